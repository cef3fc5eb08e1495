package org.tijian.inspection.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;
import org.tijian.inspection.chain.CompletionCertificate;

/** The certificate as a page to print, in one language; the same bytes every time. */
@Component
class CertificatePaper {

  /**
   * @param address of the page on which it is verified
   * @param language {@code en}, or Chinese for anything else
   */
  byte[] pdf(CompletionCertificate certificate, String address, String language) {
    CertificateWords words = CertificateWords.of(certificate, language);
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.setDocumentId((long) certificate.code().hashCode());
      document.setDocumentInformation(about(certificate, words));
      document.getDocumentCatalog().setLanguage(language.equals("en") ? "en" : "zh-CN");
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PaperFont font = PaperFont.in(document);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        new CertificatePage(stream, font).draw(words, address);
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDDocumentInformation about(
      CompletionCertificate certificate, CertificateWords words) {
    PDDocumentInformation about = new PDDocumentInformation();
    Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    issued.setTimeInMillis(Instant.parse(certificate.issued()).toEpochMilli());
    about.setTitle("%s %s".formatted(words.title(), certificate.number()));
    about.setCreationDate(issued);
    about.setModificationDate(issued);
    return about;
  }
}
