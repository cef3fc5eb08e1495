package org.tijian.inspection.bench;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/**
 * What one look of Lighthouse found.
 *
 * @param performance 0 to 100, as the two other scores
 * @param firstPaint milliseconds until something is drawn
 * @param largestPaint milliseconds until the largest thing is drawn
 * @param blocked milliseconds in which a tap would wait
 * @param shift how far what is drawn moves by itself; below 0.1 is called good
 */
record PageRun(
    int performance,
    int accessibility,
    int bestPractices,
    double firstPaint,
    double largestPaint,
    double blocked,
    double shift) {

  static PageRun of(JsonNode report) throws IOException {
    JsonNode error = report.path("runtimeError");
    if (!error.isMissingNode()) {
      throw new IOException("Lighthouse could not look: " + error.path("message").asString());
    }
    if (report.path("finalDisplayedUrl").asString("").contains("/sign-in")) {
      throw new IOException("Lighthouse saw the sign-in instead of the page");
    }
    return new PageRun(
        score(report, "performance"),
        score(report, "accessibility"),
        score(report, "best-practices"),
        number(report, "first-contentful-paint"),
        number(report, "largest-contentful-paint"),
        number(report, "total-blocking-time"),
        number(report, "cumulative-layout-shift"));
  }

  private static int score(JsonNode report, String category) throws IOException {
    JsonNode score = report.path("categories").path(category).path("score");
    if (!score.isNumber()) {
      throw new IOException("the report has no score of " + category);
    }
    return (int) Math.round(100 * score.asDouble());
  }

  private static double number(JsonNode report, String audit) throws IOException {
    JsonNode value = report.path("audits").path(audit).path("numericValue");
    if (!value.isNumber()) {
      throw new IOException("the report has no " + audit);
    }
    return value.asDouble();
  }
}
