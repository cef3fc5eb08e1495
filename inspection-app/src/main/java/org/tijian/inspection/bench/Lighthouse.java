package org.tijian.inspection.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tijian.inspection.bench.LighthouseBench.Device;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google's Lighthouse, installed from npm into a folder of its own when it is asked for. */
final class Lighthouse {
  /** The last one that runs on Node 20; scores of different versions cannot be compared. */
  private static final String PINNED = "12.8.2";

  private static final long INSTALL_MINUTES = 15;
  private static final long LOOK_MINUTES = 5;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;
  private final String chromium;

  private Lighthouse(Path folder, String chromium) {
    this.folder = folder;
    this.chromium = chromium;
  }

  /** Installs it, unless the folder has it already. */
  static Lighthouse install(Path folder) throws IOException, InterruptedException {
    Lighthouse lighthouse = new Lighthouse(folder, chromium());
    if (!Files.exists(lighthouse.command())) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
      lighthouse.run(
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "lighthouse@" + PINNED),
          "npm",
          INSTALL_MINUTES);
    }
    return lighthouse;
  }

  /** As the browser tests find it: named, or on the path. */
  private static String chromium() throws IOException {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return named;
    }
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IOException("no chromium on the path; CHROMIUM may say where one is"))
        .toString();
  }

  private Path command() {
    return folder.resolve("node_modules/lighthouse/cli/index.js");
  }

  /** The version that npm installed. */
  String version() throws IOException {
    String text = Files.readString(folder.resolve("node_modules/lighthouse/package.json"));
    return "lighthouse " + JSON.readTree(text).path("version").asString("?");
  }

  String browser() throws IOException, InterruptedException {
    run(new ProcessBuilder(chromium, "--version"), "chromium", 1);
    return Files.readString(folder.resolve("chromium.log"))
        .lines()
        .filter(line -> line.startsWith("Chromium"))
        .findFirst()
        .orElse("?");
  }

  /**
   * Opens a page in a browser of its own and waits for the verdict.
   *
   * @param name of the report
   * @param cookie with which the browser is signed in
   */
  PageRun look(String name, String url, Device device, String cookie)
      throws IOException, InterruptedException {
    Path headers = folder.resolve("headers.json");
    Files.writeString(headers, JSON.createObjectNode().put("Cookie", cookie).toString());
    Path report = folder.resolve(name + ".json");
    List<String> command = new ArrayList<>(List.of("node", command().toString(), url));
    command.addAll(
        List.of(
            "--quiet",
            "--output=json",
            "--output-path=" + report,
            "--extra-headers=" + headers,
            "--only-categories=performance,accessibility,best-practices",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu"));
    if (device == Device.DESKTOP) {
      command.add("--preset=desktop");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CHROME_PATH", chromium);
    run(builder, name, LOOK_MINUTES);
    JsonNode said = JSON.readTree(Files.readString(report));
    return PageRun.of(said);
  }

  private void run(ProcessBuilder builder, String name, long minutes)
      throws IOException, InterruptedException {
    Path log = folder.resolve(name + ".log");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroy();
    } else if (process.exitValue() == 0) {
      return;
    }
    throw new IOException(builder.command().get(0) + " failed: " + Files.readString(log));
  }
}
