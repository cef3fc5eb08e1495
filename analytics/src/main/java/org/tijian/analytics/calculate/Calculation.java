package org.tijian.analytics.calculate;

import java.util.Set;
import java.util.function.Function;

/**
 * One kind of test.
 *
 * @param standards as in a question, for example {@code 40CFR75}
 * @param test as in a question, for example {@code rata}
 * @param sum from inputs to results with their working; throws {@link InputException} if the
 *     question cannot be answered
 */
record Calculation(Set<String> standards, String test, Function<Inputs, Sheet> sum) {
  Calculation {
    standards = Set.copyOf(standards);
  }
}
