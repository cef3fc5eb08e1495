package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame taken apart for people: what it says of itself beside what was counted and computed, also
 * for a frame that is refused.
 *
 * @param length the length field, or null if there is none
 * @param crc the check sum field, or null if its place is not known
 * @param header the fields around the data area as sent, or null if they cannot be read
 * @param frame the content as far as it can be read; of a refused frame it is not to be believed
 */
record Inspection(
    @Nullable Length length,
    @Nullable Crc crc,
    @Nullable HeaderFields header,
    @Nullable Hj212Frame frame) {

  /** The declared and the counted bytes of the data segment. */
  record Length(int declared, @Nullable Integer found) {
    boolean valid() {
      return found != null && found == declared;
    }
  }

  /** The check sum as sent, as computed, and the kind of check sum that the sender used. */
  record Crc(String found, String computed, Hj212Crc.@Nullable Kind matches) {}

  static Inspection of(Decoded decoded) {
    byte[] bytes = decoded.bytes();
    if (decoded instanceof Decoded.Accepted accepted && accepted.opened() != null) {
      return of(accepted, accepted.opened().segment());
    }
    int from = numberEnd(bytes);
    if (from < 0) {
      return new Inspection(null, null, null, null);
    }
    int hashes = hashes(bytes);
    int declared = Integer.parseInt(Bytes.text(bytes, hashes, from));
    Integer found = found(decoded, declared);
    Length length = new Length(declared, found);
    int to = found == null ? -1 : from + found;
    if (to < from || to + Piece.Fitting.CRC_LENGTH > bytes.length) {
      return new Inspection(length, null, null, null);
    }
    String field = Bytes.text(bytes, to, to + Piece.Fitting.CRC_LENGTH).strip();
    Crc crc = crc(field, bytes, from, to);
    boolean readable =
        !(decoded instanceof Decoded.Refused refused && refused.code().equals("encrypted"));
    return contents(length, crc, SegmentText.of(bytes, from, to).text(), readable);
  }

  private static Inspection of(Decoded.Accepted accepted, byte[] plain) {
    byte[] bytes = accepted.bytes();
    int declared = Integer.parseInt(Bytes.text(bytes, hashes(bytes), numberEnd(bytes)));
    int to = bytes.length;
    while (Bytes.isLineEnd(bytes[to - 1])) {
      to--;
    }
    String field = Bytes.text(bytes, to - Piece.Fitting.CRC_LENGTH, to);
    Crc crc = crc(field, plain, 0, plain.length);
    String text = SegmentText.of(plain, 0, plain.length).text();
    return contents(new Length(declared, declared), crc, text, true);
  }

  private static Inspection contents(Length length, Crc crc, String segment, boolean readable) {
    List<Defect> ignored = new ArrayList<>();
    int area = segment.indexOf("CP=&&");
    HeaderFields header =
        new HeaderFields(area < 0 ? segment : segment.substring(0, area), ignored);
    return new Inspection(length, crc, header, readable ? new SegmentReader(segment).read() : null);
  }

  private static Crc crc(String field, byte[] bytes, int from, int to) {
    String computed = Hj212Crc.text(bytes, from, to);
    return new Crc(field, computed, Hj212Crc.match(field, bytes, from, to));
  }

  private static @Nullable Integer found(Decoded decoded, int declared) {
    if (!(decoded instanceof Decoded.Refused refused)) {
      return declared;
    }
    return switch (refused.code()) {
      case "crc-mismatch", "data-segment-malformed", "encrypted" -> declared;
      case "length-mismatch" -> refused.found() == null ? null : Integer.valueOf(refused.found());
      default -> null;
    };
  }

  private static int hashes(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] == '#') {
      i++;
    }
    return i;
  }

  /** The byte after the length field, or -1 if there is none. */
  private static int numberEnd(byte[] bytes) {
    int hashes = hashes(bytes);
    int i = hashes;
    while (i < bytes.length && i - hashes < HeadedFrame.LENGTH_DIGITS && Bytes.isDigit(bytes[i])) {
      i++;
    }
    return hashes < 2 || i == hashes ? -1 : i;
  }
}
