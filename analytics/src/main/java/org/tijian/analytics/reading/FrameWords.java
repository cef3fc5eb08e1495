package org.tijian.analytics.reading;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * Why a frame was refused or is odd, in a sentence that says what to change on the logger. Codes
 * that no table knows are told by themselves.
 */
public final class FrameWords {
  private static final WordsFile FILE = WordsFile.of("/hj212/frames.yaml");
  private static final Map<String, Hj212Term> REFUSALS = FILE.table("refusals");
  private static final Map<String, Hj212Term> DEFECTS = FILE.table("defects");
  private static final LocalName UNKNOWN_REFUSAL = FILE.text("unknownRefusal");
  private static final LocalName UNKNOWN_DEFECT = FILE.text("unknownDefect");

  /** An enciphered frame is refused with this in place of a computed value if no key fits. */
  private static final String KEY_DOES_NOT_FIT = "key-does-not-fit";

  private FrameWords() {}

  /** Why the frame could not be read. */
  public static LocalName of(FrameVerdict.Refused reason) {
    boolean wrongKey = KEY_DOES_NOT_FIT.equals(reason.found());
    String code = wrongKey ? KEY_DOES_NOT_FIT : reason.code();
    return filled(named(REFUSALS, code, UNKNOWN_REFUSAL), code, reason.declared(), reason.found());
  }

  /** Why frames of that refusal code could not be read. */
  public static LocalName refusal(String code) {
    return filled(named(REFUSALS, code, UNKNOWN_REFUSAL), code, "…", "…");
  }

  /** The clause that such frames depart from, or null where none was read that says so. */
  public static @Nullable String clauseOfRefusal(String code) {
    Hj212Term term = REFUSALS.get(code);
    return term == null ? null : term.clause();
  }

  /** What is odd about frames with the defect. */
  public static LocalName defect(String code) {
    return filled(named(DEFECTS, code, UNKNOWN_DEFECT), code, null, null);
  }

  /** The defects that have words. */
  public static Set<String> defects() {
    return DEFECTS.keySet();
  }

  private static LocalName named(Map<String, Hj212Term> table, String code, LocalName unknown) {
    Hj212Term term = table.get(code);
    return term == null ? unknown : term.name();
  }

  private static LocalName filled(
      LocalName words, String code, @Nullable String declared, @Nullable String found) {
    return new LocalName(
        filled(words.zh(), code, declared, found), filled(words.en(), code, declared, found));
  }

  private static String filled(
      String text, String code, @Nullable String declared, @Nullable String found) {
    return text.replace("{code}", code)
        .replace("{declared}", Objects.requireNonNullElse(declared, "?"))
        .replace("{found}", Objects.requireNonNullElse(found, "?"));
  }
}
