package org.tijian.gateway.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames that a logger's MQTT library wrapped whole: as hexadecimal digits, as base64, or as a text
 * of a JSON object.
 *
 * @param kind {@code hex}, {@code base64} or {@code json}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Wrapping(String kind, byte[] content) {
  private static final Pattern JSON_TEXT = Pattern.compile("\"(##[^\"]*)\"");
  private static final Pattern HEX = Pattern.compile("2323([0-9A-Fa-f]{2})+");

  /** Cheap, and wrong only on the side of suspicion. */
  static boolean isSuspected(byte[] message) {
    return message.length > 3
        && (message[0] == '{'
            || message[0] == '2' && message[1] == '3' && message[2] == '2'
            || message[0] == 'I' && message[1] == 'y' && message[2] == 'M');
  }

  /** Empty if the message is not wrapped in a way known here. */
  public static Optional<Wrapping> of(byte[] message) {
    if (!isSuspected(message)) {
      return Optional.empty();
    }
    String text = new String(message, StandardCharsets.UTF_8).strip();
    return switch (text.charAt(0)) {
      case '{' -> json(text);
      case '2' -> hex(text);
      default -> base64(text);
    };
  }

  private static Optional<Wrapping> hex(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(new Wrapping("hex", HexFormat.of().parseHex(text)))
        : Optional.empty();
  }

  private static Optional<Wrapping> base64(String text) {
    try {
      return Optional.of(new Wrapping("base64", Base64.getMimeDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Frames hold no quotation mark; of JSON's escapes only those of line ends occur. */
  private static Optional<Wrapping> json(String text) {
    Matcher matcher = JSON_TEXT.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String frame = matcher.group(1).replace("\\r", "\r").replace("\\n", "\n").replace("\\/", "/");
    return Optional.of(new Wrapping("json", frame.getBytes(StandardCharsets.UTF_8)));
  }
}
