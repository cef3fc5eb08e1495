package org.tijian.inspection.request;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/** Refuses missing and unusable inputs by name, before anything is done with them. */
public final class Input {
  private Input() {}

  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw refused(field, "请填写此项。", "This is needed.");
    }
    return value;
  }

  /** Text for people: line breaks are fine, other control characters are not. */
  public static String text(String field, @Nullable String value, int longest) {
    String text = required(field, value).strip();
    if (text.length() > longest) {
      throw refused(
          field,
          "最多 %d 个字符，现有 %d 个。".formatted(longest, text.length()),
          "At most %d characters, there are %d.".formatted(longest, text.length()));
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
      throw refused(field, "包含无法显示的字符。", "It holds characters that cannot be shown.");
    }
    return text;
  }

  public static String filledText(String field, @Nullable String value, int longest) {
    String text = text(field, value, longest);
    return required(field, text.isEmpty() ? null : text);
  }

  public static void check(boolean holds, String field, String zh, String en) {
    if (!holds) {
      throw refused(field, zh, en);
    }
  }

  private static RefusedRequest refused(String field, String zh, String en) {
    return RefusedRequest.invalid(field, new LocalName(zh, en));
  }
}
