package org.tijian.inspection.notice;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server that is configured. */
@Component
class Postman {
  private final ObjectProvider<JavaMailSender> server;
  private final String from;

  Postman(ObjectProvider<JavaMailSender> server, @Value("${tijian.mail.from}") String from) {
    this.server = server;
    this.from = from;
  }

  boolean hasServer() {
    return server.getIfAvailable() != null;
  }

  /**
   * @throws org.springframework.mail.MailException if the server did not take it
   */
  void send(Mail mail) throws MessagingException {
    JavaMailSender sender = server.getObject();
    sender.send(filled(sender.createMimeMessage(), mail));
  }

  private MimeMessage filled(MimeMessage message, Mail mail) throws MessagingException {
    message.setHeader("Message-ID", "<%s@tijian>".formatted(mail.id()));
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, mail.address());
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(mail.madeAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.calendar() == null) {
      message.setText(mail.text(), StandardCharsets.UTF_8.name());
    } else {
      message.setContent(withCalendar(mail));
    }
    return message;
  }

  /** As calendars expect an invitation: the text, and beside it the entry (RFC 6047). */
  private static MimeMultipart withCalendar(Mail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), StandardCharsets.UTF_8.name());
    MimeBodyPart entry = new MimeBodyPart();
    entry.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                Objects.requireNonNull(mail.calendar()).getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=%s".formatted(mail.method()))));
    entry.setHeader("Content-Transfer-Encoding", "base64");
    return new MimeMultipart("alternative", text, entry);
  }
}
