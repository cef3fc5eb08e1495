package org.tijian.inspection.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tijian.analytics.site.LocalName;

/** Every refusal leaves as a {@link Problem}: no stack traces, no names from inside. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Problem> refused(RefusedRequest refused) {
    return answer(refused.problem());
  }

  @ExceptionHandler
  ResponseEntity<Problem> denied(AccessDeniedException denied) {
    return answer(Problem.NO_ACCESS);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
    return answer(Problem.MALFORMED);
  }

  /** Also {@code MethodArgumentNotValidException}: the first wrong field is named. */
  @ExceptionHandler
  ResponseEntity<Problem> invalid(BindException invalid) {
    return invalid(
        invalid.getFieldErrors().stream().map(error -> error.getField()).findFirst().orElse(""));
  }

  /** An id that is no number is a foreign id like any other; a parameter is named. */
  @ExceptionHandler
  ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException mismatch) {
    boolean isPathId = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    return isPathId ? answer(Problem.NO_ACCESS) : invalid(mismatch.getName());
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
    return invalid(missing.getParameterName());
  }

  /** The reader has gone away: there is nobody to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {
    LOG.debug("a reader left before its answer was written");
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> anythingElse(Exception e) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      LOG.debug("a reader left while its answer was written");
      return null;
    }
    if (e instanceof ErrorResponse known) {
      return answer(Problem.byStatus(known.getStatusCode()));
    }
    LOG.error("a request failed", e);
    return answer(Problem.OUR_FAULT);
  }

  private static ResponseEntity<Problem> invalid(String field) {
    LocalName message =
        new LocalName("“%s”填写有误。".formatted(field), "\"%s\" is not right.".formatted(field));
    return answer(RefusedRequest.invalid(field, message).problem());
  }

  private static ResponseEntity<Problem> answer(Problem problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.retryAfterSeconds() != null) {
      answer.header("Retry-After", Objects.toString(problem.retryAfterSeconds()));
    }
    return answer.body(problem);
  }
}
