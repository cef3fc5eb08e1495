package org.tijian.inspection.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps loggers silent that repeat, at DEBUG and below, what people send, are sent, or what goes to
 * the database: whole requests with their cookies and passwords, bodies, parameters of statements.
 * Whoever turns them on in the settings gets nothing, so that what was said in a visit cannot get
 * into a log by somebody looking for an error.
 */
public final class SilencedLoggers extends TurboFilter {
  private static final List<String> REPEATING =
      List.of(
          "org.springframework.web",
          "org.springframework.http",
          "org.springframework.jdbc",
          "org.springframework.security",
          "org.springframework.validation",
          "org.apache.coyote",
          "org.apache.tomcat",
          "org.apache.catalina",
          "org.hibernate.validator",
          "org.postgresql",
          "tools.jackson");

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] params,
      @Nullable Throwable t) {
    return !level.isGreaterOrEqual(Level.INFO) && repeats(logger.getName())
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean repeats(String name) {
    return REPEATING.stream().anyMatch(name::startsWith);
  }
}
