package org.tijian.inspection.sheet;

import java.util.Map;
import org.tijian.analytics.site.LocalName;

/**
 * A column of a sheet.
 *
 * @param path where its value lies in the form, for example {@code profile.words.fuel}
 * @param title unique within its sheet
 * @param help what is expected
 * @param words for a choice: the word and its names
 */
record Column(String path, Kind kind, LocalName title, String help, Map<String, LocalName> words) {

  /** What a cell holds. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    CHOICE
  }

  static Column text(String path, String zh, String en, String help) {
    return new Column(path, Kind.TEXT, new LocalName(zh, en), help, Map.of());
  }

  static Column number(String path, String zh, String en, String help) {
    return new Column(path, Kind.NUMBER, new LocalName(zh, en), help, Map.of());
  }

  static Column flag(String path, String zh, String en) {
    return new Column(path, Kind.FLAG, new LocalName(zh, en), "是 或 否 / yes or no", Map.of());
  }

  static Column choice(String path, String zh, String en, Map<String, LocalName> words) {
    StringBuilder help = new StringBuilder();
    words
        .values()
        .forEach(name -> help.append(name.zh()).append(" / ").append(name.en()).append("\n"));
    return new Column(path, Kind.CHOICE, new LocalName(zh, en), help.toString().strip(), words);
  }

  /** The first line of the sheet. */
  String head() {
    return title.zh() + " / " + title.en();
  }

  /** Whether a head that somebody may have shortened to one language means this column. */
  boolean isNamed(String head) {
    String text = head.strip();
    return text.equalsIgnoreCase(head())
        || text.equals(title.zh())
        || text.equalsIgnoreCase(title.en());
  }
}
