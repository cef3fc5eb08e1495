package org.tijian.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the refusals that are decided before any controller. */
@Component
public final class ProblemWriter {
  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void notSignedIn(HttpServletResponse response) throws IOException {
    write(Problem.NOT_SIGNED_IN, response);
  }

  public void noAccess(HttpServletResponse response) throws IOException {
    write(Problem.NO_ACCESS, response);
  }

  /** The token of the page is missing or of another session. */
  public void stalePage(HttpServletResponse response) throws IOException {
    write(Problem.STALE_PAGE, response);
  }

  /** The body is larger than anything that the pages send. */
  void tooLarge(Upload.Limit limit, long sent, HttpServletResponse response) throws IOException {
    write(limit.exceeded(new Upload.Sent(sent, true)).problem(), response);
  }

  private void write(Problem problem, HttpServletResponse response) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
