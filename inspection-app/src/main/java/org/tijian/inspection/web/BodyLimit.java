package org.tijian.inspection.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tijian.analytics.site.LocalName;

/**
 * No request may be larger than what the pages send. Images are counted where they are taken in,
 * with a limit of their own; a length that is not said beforehand is counted while it is read.
 */
@Component
class BodyLimit extends OncePerRequestFilter {
  /** The longest texts of the pages are some tens of kilobytes. */
  static final int LONGEST = 1024 * 1024;

  private static final Upload.Limit LIMIT =
      new Upload.Limit("body", new LocalName("内容", "request"), LONGEST);

  private final ProblemWriter problems;

  BodyLimit(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isImage(request.getContentType())) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > LONGEST) {
      problems.tooLarge(LIMIT, request.getContentLengthLong(), response);
    } else {
      chain.doFilter(new Counted(request), response);
    }
  }

  private static boolean isImage(@Nullable String contentType) {
    return contentType != null
        && (contentType.regionMatches(true, 0, "image/", 0, 6)
            || contentType.equalsIgnoreCase("application/octet-stream"));
  }

  private static final class Counted extends HttpServletRequestWrapper {
    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream in;
    private long read;

    CountedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int some = in.read(into, from, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > LONGEST) {
        throw new IOException("more than %d bytes".formatted(LONGEST));
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
