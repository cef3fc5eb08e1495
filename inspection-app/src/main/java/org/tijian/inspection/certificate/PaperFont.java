package org.tijian.inspection.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC, of which a paper carries the letters it uses. */
final class PaperFont {
  private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";

  /** For a letter that the font does not have: a name is shown with a gap, not refused. */
  private static final String MISSING = "〓";

  private static final float THOUSAND = 1000;

  private final PDFont font;
  private final TrueTypeFont letters;

  private PaperFont(PDFont font, TrueTypeFont letters) {
    this.font = font;
    this.letters = letters;
  }

  static PaperFont in(PDDocument paper) throws IOException {
    try (InputStream in = PaperFont.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not there");
      }
      TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      return new PaperFont(PDType0Font.load(paper, letters, true), letters);
    }
  }

  PDFont font() {
    return font;
  }

  /** The text with every letter that can be shown. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.append(has(c) ? Character.toString(c) : MISSING));
    return shown.toString();
  }

  private boolean has(int codePoint) {
    try {
      return letters.getUnicodeCmapLookup().getGlyphId(codePoint) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / THOUSAND * size;
  }

  /** Lines that fit; Chinese breaks anywhere, other words where there is a space. */
  List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String rest = shown(text);
    while (width(rest, size) > width) {
      int end = fitting(rest, size, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private int fitting(String text, float size, float width) throws IOException {
    int end = 1;
    while (end < text.length() && width(text.substring(0, end + 1), size) <= width) {
      end++;
    }
    boolean withinWord = isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
    int space = text.lastIndexOf(' ', end);
    return withinWord && space > 0 ? space : end;
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x2000;
  }
}
