package org.tijian.analytics.framepack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Texts one after the other, deflated together. Deflate is told beforehand what frames of HJ 212
 * look like. One byte a character.
 */
final class TextPool {
  /** Must not change: blocks that were written with it are read with it. */
  private static final byte[] KNOWN = dictionary().getBytes(StandardCharsets.ISO_8859_1);

  private TextPool() {}

  private static String dictionary() {
    StringBuilder text = new StringBuilder(4096);
    text.append("{\"kind\":\"minute\",\"time\":\"\",\"factors\":{\"\":{\"avg\":,\"flag\":\"N\"}}}");
    for (String code :
        "w01018 w21003 w21011 w21001 w01001 w00000 a05001 a21004 a21003 a01015 a01017 a00000 a01014 a01013 a01012 a01011 a19001 a34013 a21005 a21002 a21026"
            .split(" ")) {
      text.append(';').append(code).append("-Rtd=,").append(code).append("-Flag=N");
      for (String part : new String[] {"Cou", "Min", "Avg", "Max", "ZsMin", "ZsAvg", "ZsMax"}) {
        text.append(part.equals("Cou") ? ';' : ',')
            .append(code)
            .append('-')
            .append(part)
            .append('=');
      }
      text.append(',').append(code).append("-Flag=N");
    }
    return text.append("mqtttcp201120612031readingsrepeatednoted2051")
        .append("QN=;ST=31;ST=32;CN=;PW=123456;MN=;Flag=5;PNUM=;PNO=;CP=&&DataTime=;")
        .append("&&\r\n##")
        .toString();
  }

  /** Collects texts. */
  static final class Writer {
    private final StringBuilder texts = new StringBuilder();

    /** The length is written apart, among the numbers. */
    void add(BitWriter lengths, String text) {
      lengths.writeAny(text.length());
      texts.append(text);
    }

    byte[] deflated() {
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
      try {
        deflater.setDictionary(KNOWN);
        deflater.setInput(texts.toString().getBytes(StandardCharsets.ISO_8859_1));
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (!deflater.finished()) {
          out.write(chunk, 0, deflater.deflate(chunk));
        }
        return out.toByteArray();
      } finally {
        deflater.end();
      }
    }
  }

  /** Hands the texts out in their order. */
  static final class Reader {
    private final String texts;
    private int at;

    /**
     * @throws IllegalArgumentException if the bytes are damaged
     */
    Reader(byte[] bytes, int from, int length) {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setDictionary(KNOWN);
        inflater.setInput(bytes, from, length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (!inflater.finished()) {
          int n = inflater.inflate(chunk);
          if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
            throw new IllegalArgumentException("a block of frames ends too early");
          }
          out.write(chunk, 0, n);
        }
        texts = out.toString(StandardCharsets.ISO_8859_1);
      } catch (DataFormatException e) {
        throw new IllegalArgumentException("a block of frames is damaged", e);
      } finally {
        inflater.end();
      }
    }

    String next(BitReader lengths) {
      int end = at + (int) lengths.readAny();
      String text = texts.substring(at, end);
      at = end;
      return text;
    }
  }
}
