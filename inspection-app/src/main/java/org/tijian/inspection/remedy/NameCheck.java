package org.tijian.inspection.remedy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks a text through for what could name somebody: names that are known, numbers, dates and
 * places. It helps a reader; it does not replace one.
 */
final class NameCheck {
  /** Shorter pieces of a name are words of the language. */
  private static final int SHORTEST_PIECE = 2;

  /** What enterprises call themselves beside their own name. */
  private static final Pattern COMMON =
      Pattern.compile(
          "股份|有限|责任|公司|集团|厂区|排放口|示例|\\b(co|ltd|inc|company|plant|group|corp|the|of|example|outlet)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Pattern> SUSPECT = new LinkedHashMap<>();

  static {
    SUSPECT.put(
        "date", Pattern.compile("\\d{2,4}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{0,2}\\s*日?"));
    SUSPECT.put("number", Pattern.compile("\\d[\\d -]{3,}\\d|\\b[A-Z]{2}\\d{3,}\\b"));
    SUSPECT.put(
        "place",
        Pattern.compile(
            "\\p{IsHan}{2,6}(?:省|自治区|市|县|镇|乡|街道|开发区|工业园|园区|大道)"
                + "|\\b[A-Z][a-z]+ (?:Province|City|County|District|Road|Street|Park)\\b"));
    SUSPECT.put("person", Pattern.compile("\\p{IsHan}{1,3}(?:总监|厂长|经理|主任|工程师|师傅|先生|女士)"));
  }

  private NameCheck() {}

  /**
   * @param names of the enterprise, its outlets and the people of the check-up
   */
  static List<Found> look(String text, Collection<String> names) {
    List<Found> found = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    names.stream()
        .flatMap(name -> pieces(name).stream())
        .distinct()
        .filter(piece -> lower.contains(piece.toLowerCase(Locale.ROOT)))
        .forEach(piece -> found.add(new Found("name", piece)));
    SUSPECT.forEach(
        (kind, pattern) -> {
          Matcher matcher = pattern.matcher(text);
          while (matcher.find()) {
            found.add(new Found(kind, matcher.group().strip()));
          }
        });
    return found.stream().distinct().toList();
  }

  /** The whole name, and what of it is its own. */
  private static List<String> pieces(String name) {
    List<String> pieces = new ArrayList<>();
    String whole = name.strip();
    if (whole.length() >= SHORTEST_PIECE) {
      pieces.add(whole);
    }
    for (String piece : COMMON.matcher(whole).replaceAll(" ").split("[\\s,.()（）]+")) {
      if (piece.length() >= (isHan(piece) ? SHORTEST_PIECE : SHORTEST_PIECE + 2)) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private static boolean isHan(String text) {
    return !text.isEmpty()
        && Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
  }

  /**
   * @param kind {@code name}, which is refused; {@code date}, {@code number}, {@code place} or
   *     {@code person}, which are pointed out
   */
  record Found(String kind, String text) {}
}
