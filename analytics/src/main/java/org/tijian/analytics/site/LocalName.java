package org.tijian.analytics.site;

/** A text in both languages of the product; neither may be blank. */
public record LocalName(String zh, String en) {
  public LocalName {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "a name is missing in one language: zh '%s', en '%s'".formatted(zh, en));
    }
  }
}
