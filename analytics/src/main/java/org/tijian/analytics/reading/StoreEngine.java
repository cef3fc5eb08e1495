package org.tijian.analytics.reading;

import org.jspecify.annotations.Nullable;

/**
 * What the readings lie on.
 *
 * @param server name and version of the server
 * @param timescale version of the extension in use; null: none
 * @param hypertable whether the hot side is a hypertable; native partitions otherwise
 * @param columnstore whether parts of it that are over are packed into the columnstore
 * @param whyNot why the extension is not used, or not wholly; null if it is
 */
public record StoreEngine(
    String server,
    @Nullable String timescale,
    boolean hypertable,
    boolean columnstore,
    @Nullable String whyNot) {

  /** One line for a log or a page. */
  public String describe() {
    String used =
        timescale == null
            ? "native partitions"
            : "TimescaleDB %s, %s"
                .formatted(
                    timescale,
                    columnstore
                        ? "hypertable with columnstore"
                        : hypertable ? "hypertable without columnstore" : "native partitions");
    return whyNot == null
        ? "%s, %s".formatted(server, used)
        : "%s, %s (%s)".formatted(server, used, whyNot);
  }
}
