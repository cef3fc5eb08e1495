package org.tijian.gateway.conversation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.tijian.analytics.reading.BeijingTime;

/** Makes QN: 17 digits of Beijing time to the millisecond, none twice. */
final class ExchangeIds {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(BeijingTime.OFFSET);

  private long last;

  synchronized String next(Instant now) {
    last = Math.max(last + 1, now.toEpochMilli());
    return FORMAT.format(Instant.ofEpochMilli(last));
  }
}
