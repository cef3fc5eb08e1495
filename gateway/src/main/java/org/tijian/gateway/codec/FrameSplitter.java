package org.tijian.gateway.codec;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the items of a frame over as few frames as hold them (HJ 212-2017 6.3.2, C.49). Each
 * is whole in itself: it has the first item (DataTime), its own QN a millisecond after the one
 * before, and with PNUM and PNO the bit of the flag that announces them.
 */
final class FrameSplitter {
  private static final int LONGEST_SEGMENT = 1024;
  private static final int LONGEST_AREA = 950;

  /** Header, length, check sum and line end. */
  private static final int WRAPPING = 12;

  private static final int NUMBERED = 0b10;
  private static final int MOST_PACKETS = 9999;
  private static final DateTimeFormatter QN =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withResolverStyle(ResolverStyle.STRICT);

  private final ToIntFunction<String> bytes;

  /**
   * @param bytes length of a text on the wire
   */
  FrameSplitter(ToIntFunction<String> bytes) {
    this.bytes = bytes;
  }

  /** The frame itself if it fits. */
  List<Hj212Frame> split(Hj212Frame frame) {
    List<List<Field>> data = frame.data();
    if (data.size() < 2 || length(data) <= room(frame)) {
      return List.of(frame);
    }
    List<List<List<Field>>> packets = packets(data, room(numbered(frame, data, 0, MOST_PACKETS)));
    List<Hj212Frame> frames = new ArrayList<>(packets.size());
    for (List<List<Field>> packet : packets) {
      frames.add(numbered(frame, packet, frames.size(), packets.size()));
    }
    return frames;
  }

  private List<List<List<Field>>> packets(List<List<Field>> data, int room) {
    List<Field> first = data.get(0);
    List<List<List<Field>>> packets = new ArrayList<>();
    List<List<Field>> packet = new ArrayList<>(List.of(first));
    for (List<Field> item : data.subList(1, data.size())) {
      packet.add(item);
      if (length(packet) > room && packet.size() > 2) {
        packet.remove(packet.size() - 1);
        packets.add(packet);
        packet = new ArrayList<>(List.of(first, item));
      }
      if (length(packet) > room) {
        throw new IllegalArgumentException(
            "the item %s is too long for a frame".formatted(item.get(0).name()));
      }
    }
    packets.add(packet);
    return packets;
  }

  private static Hj212Frame numbered(
      Hj212Frame frame, List<List<Field>> data, int place, int packets) {
    Integer flag = frame.flag();
    return new Hj212Frame(
        later(frame.qn(), place),
        frame.st(),
        frame.cn(),
        frame.pw(),
        frame.mn(),
        (flag == null ? 0 : flag) | NUMBERED,
        packets,
        place + 1,
        frame.rf(),
        data);
  }

  /** A QN that is no time stays as it is: then only PNO tells the packets apart. */
  private static @Nullable String later(@Nullable String qn, int milliseconds) {
    if (qn == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(qn, QN).plus(milliseconds, ChronoUnit.MILLIS).format(QN);
    } catch (DateTimeParseException e) {
      return qn;
    }
  }

  private int room(Hj212Frame frame) {
    int around = new Hj212Encoder().encode(frame.with(List.of())).length - WRAPPING;
    return Math.min(LONGEST_AREA, LONGEST_SEGMENT - around);
  }

  private int length(List<List<Field>> data) {
    int length = data.size() - 1;
    for (List<Field> item : data) {
      length += bytes.applyAsInt(Hj212Encoder.item(item));
    }
    return length;
  }
}
