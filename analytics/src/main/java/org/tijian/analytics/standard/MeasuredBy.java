package org.tijian.analytics.standard;

import org.jspecify.annotations.Nullable;

/**
 * How data answer an item of a checklist, as its rule says it: the name of a measure and what it is
 * taken of, for example {@code since inspection}.
 *
 * @param of a word that the measure knows; null if it takes none
 */
public record MeasuredBy(String measure, @Nullable String of) {

  /** {@code measure} or {@code measure of}. */
  static MeasuredBy parse(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new MeasuredBy(text, null)
        : new MeasuredBy(text.substring(0, space), text.substring(space + 1));
  }

  @Override
  public String toString() {
    return of == null ? measure : measure + " " + of;
  }
}
