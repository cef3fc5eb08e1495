package org.tijian.inspection.certificate;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sets the words of a certificate onto an A4 page. All lengths in points. */
final class CertificatePage {
  private static final float MARGIN = 64;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float NAMES = 120;
  private static final float QR = 120;
  private static final float LEADING = 1.6f;
  private static final Color INK = new Color(0x1F, 0x29, 0x33);
  private static final Color QUIET = new Color(0x5B, 0x66, 0x70);
  private static final Color LINE = new Color(0x2F, 0x7D, 0x6B);

  private final PDPageContentStream page;
  private final PaperFont font;
  private float y = PDRectangle.A4.getHeight() - MARGIN;

  CertificatePage(PDPageContentStream page, PaperFont font) {
    this.page = page;
    this.font = font;
  }

  void draw(CertificateWords words, String address) throws IOException {
    frame();
    y -= 60;
    centred(words.title(), 30);
    y -= 40;
    block(words.lead(), MARGIN + 24, WIDTH - 48, 12, INK);
    y -= 24;
    for (CertificateWords.Fact fact : words.facts()) {
      fact(fact);
    }
    y -= 24;
    code(words.scan(), address);
    y = MARGIN + 96;
    block(words.notice(), MARGIN + 24, WIDTH - 48, 9, QUIET);
  }

  private void frame() throws IOException {
    page.setStrokingColor(LINE);
    page.setLineWidth(2);
    page.addRect(MARGIN / 2, MARGIN / 2, WIDTH + MARGIN, PDRectangle.A4.getHeight() - MARGIN);
    page.stroke();
  }

  private void centred(String text, float size) throws IOException {
    text(text, (PDRectangle.A4.getWidth() - font.width(text, size)) / 2, size, INK);
    y -= size;
  }

  private void fact(CertificateWords.Fact fact) throws IOException {
    text(fact.name(), MARGIN + 24, 11, QUIET);
    block(fact.value(), MARGIN + 24 + NAMES, WIDTH - 48 - NAMES, 12, INK);
    y -= 8;
  }

  private void code(String scan, String address) throws IOException {
    float top = y;
    page.setNonStrokingColor(Color.BLACK);
    new QrCode(address).draw(page, MARGIN + 24, top, QR);
    float left = MARGIN + 24 + QR + 20;
    y = top - 14;
    block(scan, left, WIDTH - 68 - QR, 11, INK);
    y -= 6;
    block(address, left, WIDTH - 68 - QR, 9, QUIET);
  }

  private void block(String text, float left, float width, float size, Color colour)
      throws IOException {
    for (String line : font.lines(text, size, width)) {
      text(line, left, size, colour);
      y -= size * LEADING;
    }
  }

  private void text(String text, float left, float size, Color colour) throws IOException {
    page.beginText();
    page.setFont(font.font(), size);
    page.setNonStrokingColor(colour);
    page.newLineAtOffset(left, y);
    page.showText(text);
    page.endText();
  }
}
