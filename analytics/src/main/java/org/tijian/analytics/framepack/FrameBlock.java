package org.tijian.analytics.framepack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs frames of one logger into a block and unpacks them.
 *
 * <p>A block begins with the number of its format, the number of frames and the length of the
 * deflated texts; these follow, and then the bits of all numbers. Frames are sorted by their text
 * without values; each kind has its values column by column.
 */
public final class FrameBlock {
  private static final int FORMAT = 1;
  private static final int HEADER = 9;
  private static final String NONE = "\u0000";

  private FrameBlock() {}

  /** Text of a frame without its values. */
  private record Kind(List<String> pieces, boolean hj212) {}

  /**
   * @param frames at least one
   */
  public static byte[] pack(List<KeptFrame> frames) {
    BitWriter bits = new BitWriter();
    TextPool.Writer texts = new TextPool.Writer();
    writeHeads(bits, texts, frames);
    Map<Kind, List<Shape>> kinds = new LinkedHashMap<>();
    long[] kindOf = new long[frames.size()];
    Map<Kind, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < kindOf.length; i++) {
      Shape shape = Shape.of(new String(frames.get(i).bytes(), StandardCharsets.ISO_8859_1));
      Kind kind = new Kind(shape.pieces(), shape.hj212());
      kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(shape);
      kindOf[i] = numbers.computeIfAbsent(kind, k -> numbers.size());
    }
    bits.writeAny(kinds.size());
    NumberColumn.write(bits, kindOf, null);
    kinds.forEach((kind, shapes) -> write(bits, texts, kind, shapes));
    return joined(frames.size(), texts.deflated(), bits.toBytes());
  }

  private static void write(BitWriter bits, TextPool.Writer texts, Kind kind, List<Shape> shapes) {
    bits.write(kind.hj212() ? 1 : 0, 1);
    bits.writeAny(kind.pieces().size());
    kind.pieces().forEach(piece -> texts.add(bits, piece));
    TextColumn.Neighbour left = null;
    for (int column = 0; column < kind.pieces().size() - 1; column++) {
      int at = column;
      left =
          TextColumn.write(
              bits, texts, shapes.stream().map(shape -> shape.values().get(at)).toList(), left);
    }
  }

  /**
   * @return in the order in which they were packed
   * @throws IllegalArgumentException if it is no block, or damaged
   */
  public static List<KeptFrame> unpack(byte[] block) {
    if (block.length < HEADER || block[0] != FORMAT) {
      throw new IllegalArgumentException("not a block of frames in a format that is known");
    }
    int count = number(block, 1);
    int length = number(block, 5);
    try {
      TextPool.Reader texts = new TextPool.Reader(block, HEADER, length);
      BitReader bits = new BitReader(block, HEADER + length);
      Heads heads = Heads.read(bits, texts, count);
      return heads.with(bodies(bits, texts, count));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a block of frames is damaged", e);
    }
  }

  private static List<String> bodies(BitReader bits, TextPool.Reader texts, int count) {
    int kinds = (int) bits.readAny();
    long[] kindOf = NumberColumn.read(bits, count, null);
    List<List<String>> ofKind = new ArrayList<>(kinds);
    for (int kind = 0; kind < kinds; kind++) {
      int wanted = kind;
      int rows = (int) Arrays.stream(kindOf).filter(k -> k == wanted).count();
      ofKind.add(frames(bits, texts, rows));
    }
    int[] taken = new int[kinds];
    List<String> bodies = new ArrayList<>(count);
    for (long kind : kindOf) {
      bodies.add(ofKind.get((int) kind).get(taken[(int) kind]++));
    }
    return bodies;
  }

  private static List<String> frames(BitReader bits, TextPool.Reader texts, int rows) {
    boolean hj212 = bits.read(1) == 1;
    String[] pieces = new String[(int) bits.readAny()];
    Arrays.setAll(pieces, i -> texts.next(bits));
    String[][] columns = new String[pieces.length - 1][rows];
    TextColumn.Neighbour left = null;
    for (String[] column : columns) {
      left = TextColumn.read(bits, texts, column, left);
    }
    List<String> frames = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      int at = row;
      List<String> values = Arrays.stream(columns).map(column -> column[at]).toList();
      frames.add(new Shape(Arrays.asList(pieces), values, hj212).frame());
    }
    return frames;
  }

  private static void writeHeads(BitWriter bits, TextPool.Writer texts, List<KeptFrame> frames) {
    NumberColumn.write(bits, frames.stream().mapToLong(KeptFrame::id).toArray(), null);
    long unit = frames.stream().allMatch(Heads::isWholeMillis) ? Heads.MILLI : 1;
    bits.write(unit == 1 ? 0 : 1, 1);
    long[] received = frames.stream().mapToLong(f -> f.receivedMicros() / unit).toArray();
    NumberColumn.write(bits, received, null);
    NumberColumn.write(
        bits, frames.stream().mapToLong(f -> f.lastReceivedMicros() / unit).toArray(), received);
    NumberColumn.write(bits, frames.stream().mapToLong(KeptFrame::copies).toArray(), null);
    TextColumn.write(bits, texts, frames.stream().map(KeptFrame::transport).toList(), null);
    TextColumn.write(
        bits,
        texts,
        frames.stream().map(f -> f.command() == null ? NONE : f.command()).toList(),
        null);
    TextColumn.write(bits, texts, frames.stream().map(KeptFrame::verdict).toList(), null);
  }

  /** Everything of the frames but their bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Heads(
      long[] id,
      long[] received,
      long[] last,
      long[] copies,
      String[] transport,
      String[] command,
      String[] verdict,
      long unit) {
    static final long MILLI = 1000;

    static boolean isWholeMillis(KeptFrame frame) {
      return frame.receivedMicros() % MILLI == 0 && frame.lastReceivedMicros() % MILLI == 0;
    }

    static Heads read(BitReader bits, TextPool.Reader texts, int count) {
      long[] id = NumberColumn.read(bits, count, null);
      long unit = bits.read(1) == 1 ? MILLI : 1;
      long[] received = NumberColumn.read(bits, count, null);
      long[] last = NumberColumn.read(bits, count, received);
      long[] copies = NumberColumn.read(bits, count, null);
      String[] transport = column(bits, texts, count);
      String[] command = column(bits, texts, count);
      String[] verdict = column(bits, texts, count);
      return new Heads(id, received, last, copies, transport, command, verdict, unit);
    }

    private static String[] column(BitReader bits, TextPool.Reader texts, int count) {
      String[] column = new String[count];
      TextColumn.read(bits, texts, column, null);
      return column;
    }

    List<KeptFrame> with(List<String> bodies) {
      List<KeptFrame> frames = new ArrayList<>(bodies.size());
      for (int i = 0; i < bodies.size(); i++) {
        frames.add(
            new KeptFrame(
                id[i],
                received[i] * unit,
                last[i] * unit,
                (int) copies[i],
                transport[i],
                command[i].equals(NONE) ? null : command[i],
                verdict[i],
                bodies.get(i).getBytes(StandardCharsets.ISO_8859_1)));
      }
      return frames;
    }
  }

  private static byte[] joined(int count, byte[] texts, byte[] bits) {
    byte[] block = new byte[HEADER + texts.length + bits.length];
    block[0] = FORMAT;
    number(block, 1, count);
    number(block, 5, texts.length);
    System.arraycopy(texts, 0, block, HEADER, texts.length);
    System.arraycopy(bits, 0, block, HEADER + texts.length, bits.length);
    return block;
  }

  private static void number(byte[] block, int at, int number) {
    for (int i = 0; i < Integer.BYTES; i++) {
      block[at + i] = (byte) (number >> 24 - 8 * i);
    }
  }

  private static int number(byte[] block, int at) {
    int number = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      number = number << 8 | block[at + i] & 0xFF;
    }
    return number;
  }
}
