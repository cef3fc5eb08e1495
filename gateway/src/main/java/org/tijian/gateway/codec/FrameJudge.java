package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides whether a piece is a frame that can be believed, and lists what is odd about it. */
final class FrameJudge {
  private static final int LONGEST_REGULAR_SEGMENT = 1024;

  private FrameJudge() {}

  static Decoded judge(Piece piece) {
    if (piece instanceof Piece.Fitting fitting) {
      return judge(fitting);
    }
    Piece.Broken broken = (Piece.Broken) piece;
    return new Decoded.Refused(
        broken.code(), broken.declared(), broken.found(), broken.offset(), broken.bytes());
  }

  private static Decoded judge(Piece.Fitting piece) {
    byte[] bytes = piece.bytes();
    Hj212Crc.Kind crc = Hj212Crc.match(piece.crc(), bytes, piece.from(), piece.to());
    if (crc == null) {
      boolean encrypted = Encryption.suspected(bytes, piece.from(), piece.to());
      return refused(encrypted ? "encrypted" : "crc-mismatch", piece);
    }
    SegmentText text = SegmentText.of(bytes, piece.from(), piece.to());
    SegmentReader reader = new SegmentReader(text.text());
    Hj212Frame frame = reader.read();
    if (frame == null) {
      int offset = piece.from() + reader.stoppedAt();
      return new Decoded.Refused("data-segment-malformed", null, reader.reason(), offset, bytes);
    }
    List<Defect> defects = wireDefects(piece, crc);
    if (!text.utf8()) {
      defects.add(new Defect("not-utf-8", "HJ 212-2017 6.3", "UTF-8", null));
    }
    defects.addAll(reader.defects());
    return new Decoded.Accepted(frame, defects, bytes);
  }

  private static Decoded refused(String code, Piece.Fitting piece) {
    String computed = Hj212Crc.text(piece.bytes(), piece.from(), piece.to());
    return new Decoded.Refused(code, piece.crc().strip(), computed, piece.to(), piece.bytes());
  }

  private static List<Defect> wireDefects(Piece.Fitting piece, Hj212Crc.Kind crc) {
    List<Defect> defects = new ArrayList<>(2);
    int length = piece.to() - piece.from();
    add(defects, piece.strays() > 0, "stray-header", "##", "#".repeat(piece.strays()) + "##");
    add(defects, piece.digits().length() != 4, "length-not-four-digits", "4", piece.digits());
    add(defects, length > LONGEST_REGULAR_SEGMENT, "segment-over-1024", "1024", "" + length);
    addCrc(defects, piece.crc(), crc);
    add(defects, !piece.tail().equals("\r\n"), "tail-not-crlf", "CR LF", named(piece.tail()));
    return defects;
  }

  private static void addCrc(List<Defect> defects, String field, Hj212Crc.Kind crc) {
    String upper = field.toUpperCase(Locale.ROOT);
    if (crc != Hj212Crc.Kind.HJ212) {
      defects.add(new Defect("crc-" + crc.word(), Defect.CRC, Hj212Crc.Kind.HJ212.word(), field));
    }
    if (!field.equals(upper)) {
      defects.add(new Defect("crc-lower-case", null, upper, field));
    }
  }

  private static void add(
      List<Defect> defects, boolean present, String code, String declared, @Nullable String found) {
    if (present) {
      defects.add(new Defect(code, Defect.FRAME, declared, found));
    }
  }

  private static String named(String tail) {
    return tail.isEmpty() ? "none" : tail.replace("\r", "CR ").replace("\n", "LF ").strip();
  }
}
