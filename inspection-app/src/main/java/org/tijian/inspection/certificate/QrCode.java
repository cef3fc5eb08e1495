package org.tijian.inspection.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws a QR code as squares, so that it is sharp at any size. */
final class QrCode {
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

  private final BitMatrix squares;

  QrCode(String text) {
    try {
      this.squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /**
   * @param left of the code, in points
   * @param top of the code
   * @param side length of a side
   */
  void draw(PDPageContentStream page, float left, float top, float side) throws IOException {
    float square = side / squares.getWidth();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        if (squares.get(x, y)) {
          page.addRect(left + x * square, top - (y + 1) * square, square, square);
        }
      }
    }
    page.fill();
  }
}
