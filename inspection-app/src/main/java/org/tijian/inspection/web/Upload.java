package org.tijian.inspection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.tijian.analytics.site.LocalName;

/**
 * A file that comes as the body of a request, so that nothing of it lies in a temporary file. Never
 * more of it is kept than the limit and one byte, whatever is sent.
 */
public final class Upload {
  /**
   * What is sent beyond a limit is read and forgotten up to here, so that a browser which is still
   * sending gets the answer and not a broken connection.
   */
  private static final long FORGOTTEN = 64L * 1024 * 1024;

  private static final int PIECE = 64 * 1024;
  private static final double BYTES_PER_MB = 1e6;

  private final InputStream body;
  private final long announced;

  Upload(InputStream body, long announced) {
    this.body = body;
    this.announced = announced;
  }

  /** Reads nothing yet: who sends it, and whether they may, is asked first. */
  public static Upload of(HttpServletRequest request) throws IOException {
    return new Upload(request.getInputStream(), request.getContentLengthLong());
  }

  /**
   * @throws RefusedRequest 413 {@code too-large} if there is more than the limit
   */
  public byte[] read(Limit limit) throws IOException {
    byte[] content = announced > limit.bytes() ? new byte[0] : body.readNBytes(limit.bytes() + 1);
    if (announced > limit.bytes() || content.length > limit.bytes()) {
      throw limit.exceeded(sent(content.length));
    }
    return content;
  }

  private Sent sent(long read) throws IOException {
    byte[] piece = new byte[PIECE];
    long all = read;
    int some = body.read(piece);
    while (some >= 0 && all < FORGOTTEN) {
      all += some;
      some = body.read(piece);
    }
    return announced >= 0 ? new Sent(announced, true) : new Sent(all, some < 0);
  }

  /**
   * How much came.
   *
   * @param whole whether it was counted to its end
   */
  record Sent(long bytes, boolean whole) {}

  /**
   * How large a file may be.
   *
   * @param field of the refusal
   * @param what it is, in the middle of a sentence
   */
  public record Limit(String field, LocalName what, int bytes) {

    /** The one answer to a file that is too large: what, how much, how much may be. */
    RefusedRequest exceeded(Sent sent) {
      return new RefusedRequest(
          413,
          "too-large",
          new LocalName(
              said(
                  "%s过大：收到%s %,d 字节，上限 %,d 字节（%.1f MB）。请压缩后再传；本次没有保存任何内容。",
                  what.zh(), sent.whole() ? "" : "至少", sent),
              said(
                  "The %s is too large: %s%,d bytes were sent, at most %,d (%.1f MB) are taken. Make it smaller and send"
                      + " it again; nothing was kept.",
                  what.en(), sent.whole() ? "" : "at least ", sent)),
          field);
    }

    private String said(String sentence, String name, String atLeast, Sent sent) {
      return String.format(
          Locale.ROOT, sentence, name, atLeast, sent.bytes(), bytes, bytes / BYTES_PER_MB);
    }
  }
}
