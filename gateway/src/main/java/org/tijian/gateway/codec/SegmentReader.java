package org.tijian.gateway.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one data segment by names. Used once. */
final class SegmentReader {
  private static final String OPENING = "CP=&&";
  private static final String CLOSING = "&&";

  private final String text;
  private final List<Defect> defects = new ArrayList<>(2);
  private String reason = "";
  private int stoppedAt;

  SegmentReader(String text) {
    this.text = text;
  }

  List<Defect> defects() {
    return defects;
  }

  /** Why nothing could be read. */
  String reason() {
    return reason;
  }

  /** Byte of the segment at which reading stopped, if it was written in UTF-8. */
  int stoppedAt() {
    return text.substring(0, stoppedAt).getBytes(StandardCharsets.UTF_8).length;
  }

  /** The frame, or null if there is no data area or no command. */
  @Nullable Hj212Frame read() {
    int opening = text.indexOf(OPENING);
    if (opening < 0) {
      return stop("no data area: CP=&& is missing", text.length());
    }
    int area = opening + OPENING.length();
    int closing = text.lastIndexOf(CLOSING);
    if (closing < area) {
      return stop("data area is not closed: && is missing", text.length());
    }
    String after = text.substring(closing + CLOSING.length());
    String around = text.substring(0, opening) + (after.isBlank() ? "" : ";" + after);
    HeaderFields header = new HeaderFields(around, defects);
    String cn = header.text("CN");
    if (cn == null || cn.isEmpty()) {
      return stop("no command: CN is missing", opening);
    }
    return frame(header, cn, DataArea.items(text.substring(area, closing), defects), after);
  }

  private @Nullable Hj212Frame stop(String why, int at) {
    reason = why;
    stoppedAt = at;
    return null;
  }

  private Hj212Frame frame(
      HeaderFields header, String cn, List<List<Field>> data, String afterArea) {
    Hj212Frame frame =
        new Hj212Frame(
            header.text("QN"),
            header.text("ST"),
            cn,
            header.text("PW"),
            header.text("MN"),
            header.number("Flag"),
            header.number("PNUM"),
            header.number("PNO"),
            header.number("RF"),
            data);
    report(!afterArea.isBlank(), "field-after-data-area", afterArea);
    FrameRules.report(frame, defects);
    return frame;
  }

  private void report(boolean present, String code, @Nullable String found) {
    if (present) {
      defects.add(new Defect(code, Defect.SEGMENT, null, found));
    }
  }
}
