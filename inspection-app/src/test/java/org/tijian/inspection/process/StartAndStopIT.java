package org.tijian.inspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a user does first: start, look, Ctrl-C, start again. */
class StartAndStopIT {

  @Test
  void showsRealReadingsKeepsThemOverARestartAndLeavesNoProcessBehind(@TempDir Path data)
      throws Exception {
    try (AllInOne tijian = new AllInOne(data, Map.of("TIJIAN_DEMO_HISTORY_DAYS", "1"))) {
      ApiClient director = tijian.signedIn("director");
      tijian.process().await("the history of both outlets", () -> stored(director) > 2 * 1200);
      long before = stored(director);
      List<ProcessHandle> children = tijian.process().descendants();
      long postmaster = Long.parseLong(Files.readAllLines(postmasterFile(data)).get(0));

      tijian.process().stop();

      assertThat(children)
          .as("processes started by the product")
          .isNotEmpty()
          .noneMatch(ProcessHandle::isAlive);
      // pg_ctl returns when the server has given its lock back; the process itself ends a moment
      // later.
      TijianProcess.awaitEnd(postmaster);
      tijian.startAgain();
      assertThat(stored(tijian.signedIn("director"))).isGreaterThanOrEqualTo(before);
      assertThat(tijian.process().text()).doesNotContain("director  ");
    }
  }

  @Test
  void namesAPortThatTheUserAskedForAndThatIsTaken(@TempDir Path data) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      TijianProcess process =
          TijianProcess.start(
              TijianProcess.unpacked("inspection-app"),
              AllInOne.MAIN,
              Map.of(
                  "TIJIAN_DATA_DIR",
                  data.toString(),
                  "TIJIAN_HTTP_PORT",
                  port,
                  "TIJIAN_EMPTY",
                  "true"));
      ended(process);

      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(process.text())
          .contains(port)
          .contains("TIJIAN_HTTP_PORT")
          .doesNotContain("\tat ");
    }
  }

  private static void ended(TijianProcess process) throws InterruptedException {
    for (int i = 0; i < 1200 && process.isAlive(); i++) {
      Thread.sleep(100);
    }
    assertThat(process.isAlive()).isFalse();
  }

  private static Path postmasterFile(Path data) throws java.io.IOException {
    try (var files = Files.walk(data, 4)) {
      return files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
    }
  }

  private static long stored(ApiClient director) {
    long minutes = 0;
    for (JsonNode outlet : director.get("/api/outlets")) {
      minutes += outlet.path("minutes").path("stored").asLong();
    }
    return minutes;
  }
}
