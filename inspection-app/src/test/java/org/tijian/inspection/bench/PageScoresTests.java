package org.tijian.inspection.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.inspection.bench.LighthouseBench.Device;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageScoresTests {
  private static final String REPORT =
      """
      {"finalDisplayedUrl": "http://127.0.0.1:8080/%s",
       "categories": {"performance": {"score": 0.89}, "accessibility": {"score": 1},
                      "best-practices": {"score": 0.96}},
       "audits": {"first-contentful-paint": {"numericValue": 1200.4},
                  "largest-contentful-paint": {"numericValue": 2400.5},
                  "total-blocking-time": {"numericValue": 90},
                  "cumulative-layout-shift": {"numericValue": 0.02}}}
      """;

  @Test
  void readsTheScoresOfAReport() throws IOException {
    PageRun run = PageRun.of(report(REPORT.formatted("")));

    assertThat(run).isEqualTo(new PageRun(89, 100, 96, 1200.4, 2400.5, 90, 0.02));
  }

  @Test
  void doesNotTakeTheSignInForThePage() {
    assertThatThrownBy(() -> PageRun.of(report(REPORT.formatted("sign-in?to=%2Foutlets%2F1"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sign-in");
  }

  @Test
  void tellsWhyThereIsNoReport() {
    JsonNode failed = report("{\"runtimeError\": {\"code\": \"NO_FCP\", \"message\": \"blank\"}}");

    assertThatThrownBy(() -> PageRun.of(failed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("blank");
  }

  @Test
  void refusesAReportThatLacksAScore() {
    JsonNode bare = report("{\"categories\": {\"performance\": {\"score\": null}}}");

    assertThatThrownBy(() -> PageRun.of(bare))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("performance");
  }

  @Test
  void theMedianOfPerformanceCountsAndTheLowestOfTheOthers() {
    PageScores scores =
        PageScores.of("home", Device.PHONE, List.of(run(95, 100), run(70, 89), run(91, 100)));

    assertThat(scores.middle().performance()).isEqualTo(91);
    assertThat(scores.shortOf()).containsExactly("home on a phone: accessibility 89 of 90");
    assertThat(scores.line()).endsWith("95 70 91");
  }

  @Test
  void ofAnEvenNumberTheLowerOfTheTwoInTheMiddleCounts() {
    PageScores scores = PageScores.of("home", Device.DESKTOP, List.of(run(95, 100), run(89, 100)));

    assertThat(scores.shortOf()).containsExactly("home on a desktop: performance 89 of 90");
  }

  private static PageRun run(int performance, int accessibility) {
    return new PageRun(performance, accessibility, 100, 1000, 2000, 50, 0);
  }

  private static JsonNode report(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
