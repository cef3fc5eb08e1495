package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides whether a piece is a frame that can be believed, and lists what is odd about it. */
final class FrameJudge {
  private static final int LONGEST_REGULAR_SEGMENT = 1024;

  private final Opener opener;
  private final boolean keyless;

  /**
   * @param keyless whether the sender has no keys
   */
  FrameJudge(Opener opener, boolean keyless) {
    this.opener = opener;
    this.keyless = keyless;
  }

  Decoded judge(Piece piece) {
    if (piece instanceof Piece.Fitting fitting) {
      return judge(fitting);
    }
    Piece.Broken broken = (Piece.Broken) piece;
    return new Decoded.Refused(
        broken.code(), broken.declared(), broken.found(), broken.offset(), broken.bytes());
  }

  private Decoded judge(Piece.Fitting piece) {
    byte[] bytes = piece.bytes();
    Hj212Crc.Kind crc = Hj212Crc.match(piece.crc(), bytes, piece.from(), piece.to());
    boolean suspected = Encryption.suspected(bytes, piece.from(), piece.to());
    if (crc != null && !suspected) {
      return read(piece, bytes, piece.from(), piece.to(), crc, null);
    }
    Opened opened = opener.open(bytes, piece.from(), piece.to(), piece.crc());
    if (opened == null) {
      return suspected ? encrypted(piece) : crcMismatch(piece, bytes, piece.from(), piece.to());
    }
    Hj212Crc.Kind plainCrc = opened.crc(piece.crc());
    byte[] plain = opened.segment();
    if (plainCrc == null && crc == null) {
      return crcMismatch(piece, plain, 0, plain.length);
    }
    return read(piece, plain, 0, plain.length, plainCrc, opened);
  }

  /**
   * @param crc null if the check sum is that of the enciphered text
   */
  private static Decoded read(
      Piece.Fitting piece,
      byte[] segment,
      int from,
      int to,
      Hj212Crc.@Nullable Kind crc,
      @Nullable Opened opened) {
    SegmentText text = SegmentText.of(segment, from, to);
    SegmentReader reader = new SegmentReader(text.text());
    Hj212Frame frame = reader.read();
    if (frame == null) {
      int offset = piece.from() + reader.stoppedAt();
      return new Decoded.Refused(
          "data-segment-malformed", null, reader.reason(), offset, piece.bytes());
    }
    List<Defect> defects = wireDefects(piece, to - from, crc);
    text.report(defects);
    defects.addAll(reader.defects());
    return new Decoded.Accepted(frame, defects, piece.bytes(), opened);
  }

  private Decoded encrypted(Piece.Fitting piece) {
    return keyless
        ? crcRefusal("encrypted", piece, piece.bytes(), piece.from(), piece.to())
        : new Decoded.Refused(
            "encrypted",
            piece.crc().strip(),
            Decoded.Refused.KEY_DOES_NOT_FIT,
            piece.from(),
            piece.bytes());
  }

  private static Decoded crcMismatch(Piece.Fitting piece, byte[] segment, int from, int to) {
    return crcRefusal("crc-mismatch", piece, segment, from, to);
  }

  private static Decoded crcRefusal(
      String code, Piece.Fitting piece, byte[] segment, int from, int to) {
    String computed = Hj212Crc.text(segment, from, to);
    return new Decoded.Refused(code, piece.crc().strip(), computed, piece.to(), piece.bytes());
  }

  private static List<Defect> wireDefects(
      Piece.Fitting piece, int length, Hj212Crc.@Nullable Kind crc) {
    List<Defect> defects = new ArrayList<>(2);
    add(defects, piece.strays() > 0, "stray-header", "##", "#".repeat(piece.strays()) + "##");
    add(defects, piece.digits().length() != 4, "length-not-four-digits", "4", piece.digits());
    add(defects, length > LONGEST_REGULAR_SEGMENT, "segment-over-1024", "1024", "" + length);
    addCrc(defects, piece.crc(), crc);
    add(defects, !piece.tail().equals("\r\n"), "tail-not-crlf", "CR LF", named(piece.tail()));
    return defects;
  }

  private static void addCrc(List<Defect> defects, String field, Hj212Crc.@Nullable Kind crc) {
    String upper = field.toUpperCase(Locale.ROOT);
    if (crc == null) {
      defects.add(new Defect("crc-of-cipher-text", Defect.CIPHER, null, field));
    } else if (crc != Hj212Crc.Kind.HJ212) {
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
