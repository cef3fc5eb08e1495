package org.tijian.inspection.expert;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A company's name without what people write differently: width, case, spaces, punctuation, and the
 * legal form at its end. Two names of one company that differ in more are not found to be one.
 */
final class OrganisationName {
  private static final Pattern NO_LETTERS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");
  private static final Pattern FORM =
      Pattern.compile(
          "(股份有限公司|有限责任公司|有限公司|集团|公司|colimited|coltd|limited|ltd|inc|gmbh|corporation|company)$");

  private OrganisationName() {}

  static String plain(String name) {
    String plain =
        NO_LETTERS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    String shorter = FORM.matcher(plain).replaceFirst("");
    return shorter.isEmpty() ? plain : shorter;
  }

  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }
}
