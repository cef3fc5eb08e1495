package org.tijian.inspection.remedy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pairs of neighbouring Chinese letters, and single ones: Chinese has no spaces, so a word is found
 * by its pairs. Made here and not by the database, whose idea of a letter depends on its locale.
 */
final class Grams {
  private static final Pattern RUN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

  private Grams() {}

  /** Everything under which a text can be found. */
  static Set<String> of(String text) {
    Set<String> grams = new TreeSet<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      int[] letters = runs.group().codePoints().toArray();
      for (int i = 0; i < letters.length; i++) {
        grams.add(Character.toString(letters[i]));
        if (i + 1 < letters.length) {
          grams.add(new String(letters, i, 2));
        }
      }
    }
    grams.addAll(words(text));
    return grams;
  }

  /**
   * Everything that a text must have to be found: the pairs, or the letter where it stands alone.
   */
  static Set<String> asked(String query) {
    Set<String> grams = new TreeSet<>();
    Matcher runs = RUN.matcher(query);
    while (runs.find()) {
      int[] letters = runs.group().codePoints().toArray();
      if (letters.length == 1) {
        grams.add(runs.group());
      }
      for (int i = 0; i + 1 < letters.length; i++) {
        grams.add(new String(letters, i, 2));
      }
    }
    return grams;
  }

  /** What in a question is not Chinese, for the English index. */
  static String english(String query) {
    return String.join(" ", words(query));
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    Matcher found = WORD.matcher(text.toLowerCase(java.util.Locale.ROOT));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }
}
