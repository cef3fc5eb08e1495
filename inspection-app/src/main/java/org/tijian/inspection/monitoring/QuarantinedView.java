package org.tijian.inspection.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FrameLedger.Quarantined;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.analytics.reading.FrameWords;
import org.tijian.analytics.site.LocalName;

/**
 * A frame in quarantine (隔离区) on the wire.
 *
 * @param offset byte at which reading stopped
 * @param frame the frame as text; bytes outside printable ASCII as {@code \xHH}
 */
record QuarantinedView(
    long id,
    String mn,
    Instant receivedAt,
    String code,
    LocalName message,
    @Nullable String declared,
    @Nullable String found,
    int offset,
    String frame,
    int copies) {

  static QuarantinedView of(String mn, Quarantined frame) {
    Refused reason = frame.reason();
    return new QuarantinedView(
        frame.id(),
        mn,
        frame.receivedAt(),
        reason.code(),
        FrameWords.of(reason),
        reason.declared(),
        reason.found(),
        reason.offset(),
        text(frame.bytes()),
        frame.copies());
  }

  private static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      int code = each & 0xFF;
      if (code >= 0x20 && code < 0x7F) {
        text.append((char) code);
      } else {
        text.append("\\x%02X".formatted(code));
      }
    }
    return text.toString();
  }
}
