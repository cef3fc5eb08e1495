package org.tijian.analytics.scenario;

import java.util.Set;
import java.util.function.Consumer;
import org.tijian.analytics.site.LocalName;

/**
 * A fault planted, beside something innocent that looks like it.
 *
 * @param id stable
 * @param wanted codes of findings that must come of it
 * @param days length of the series
 * @param fault plants it
 * @param innocent what looks like it
 * @param lookAlike makes that; of the codes wanted none may come of it
 */
record Scenario(
    String id,
    LocalName what,
    Set<String> wanted,
    int days,
    Consumer<Plant> fault,
    LocalName innocent,
    Consumer<Plant> lookAlike) {
  static final int MONTH = 30;
  static final int SEASON = 100;

  Scenario {
    wanted = Set.copyOf(wanted);
  }
}
