package org.tijian.inspection.redteam;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.tijian.inspection.InspectionApplication;

/**
 * Starts a throw-away server with databases of its own, plays visits on it, makes every attempt and
 * prints what stopped each. Exit code 0: all were stopped; 1: one succeeded; 2: one could not be
 * made.
 */
public final class RedTeamCommand {
  private RedTeamCommand() {}

  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(out));
  }

  private static int run(PrintStream out) throws IOException {
    Path data = Files.createTempDirectory("tijian-redteam");
    try (ConfigurableApplicationContext server = start(data)) {
      out.println("演练体检，请稍候 / playing visits, please wait");
      List<RedTeam.Result> results = RedTeam.run(stage(server, data).play());
      results.forEach(result -> print(result, out));
      return sum(results, out);
    } catch (RuntimeException e) {
      out.println("演练没有完成 / the attempts could not be made: " + e);
      return 2;
    } finally {
      remove(data);
    }
  }

  private static ConfigurableApplicationContext start(Path data) {
    MovedClock clock = new MovedClock();
    SpringApplication application = new SpringApplication(InspectionApplication.class);
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(MovedClock.class, () -> clock, bean -> bean.setPrimary(true));
        });
    // Wherever an installation of this machine keeps its data, this server has its own.
    return application.run(
        "--tijian.data-dir=" + data,
        "--tijian.vault.shares=" + data.resolve("vault-shares"),
        "--tijian.monitoring.url=",
        "--tijian.vault.url=",
        "--tijian.http.host=127.0.0.1",
        "--tijian.http.port=0",
        "--tijian.empty=true",
        "--tijian.gateway.enabled=false");
  }

  private static Stage stage(ConfigurableApplicationContext server, Path data) throws IOException {
    Properties file = new Properties();
    try (InputStream in = Files.newInputStream(data.resolve("postgres.properties"))) {
      file.load(in);
    }
    return new Stage(
        server,
        new Target.Databases(
            url(file, "vault", "postgres"),
            url(file, "monitoring", "postgres"),
            url(file, "vault", "tijian_vault_application")),
        data,
        server.getBean(MovedClock.class)::move);
  }

  /** As whoever may read the data directory's file of passwords can put it together. */
  private static String url(Properties file, String database, String user) {
    return "jdbc:postgresql://127.0.0.1:%s/%s?user=%s&password=%s"
        .formatted(file.getProperty("port"), database, user, file.getProperty("password." + user));
  }

  private static void print(RedTeam.Result result, PrintStream out) {
    Attempt attempt = result.attempt();
    Outcome outcome = result.outcome();
    out.printf("%n%s  %s %s%n", attempt.id(), outcome.kind().zh, outcome.kind().en);
    out.printf("  谁 who        %s / %s%n", attempt.name().zh(), attempt.name().en());
    out.printf("  尝试 tries    %s / %s%n", attempt.tries().zh(), attempt.tries().en());
    out.printf("  应挡住 stops  %s / %s%n", attempt.stops().zh(), attempt.stops().en());
    out.printf("  结果 seen     %s%n", outcome.seen());
  }

  private static int sum(List<RedTeam.Result> results, PrintStream out) {
    long stopped = count(results, Outcome.Kind.STOPPED);
    long succeeded = count(results, Outcome.Kind.SUCCEEDED);
    long notTried = count(results, Outcome.Kind.NOT_TRIED);
    out.printf(
        "%n%d 次尝试：挡住 %d，得手 %d，无法尝试 %d / attempts %d: stopped %d, succeeded %d, not tried %d%n",
        results.size(), stopped, succeeded, notTried, results.size(), stopped, succeeded, notTried);
    return succeeded > 0 ? 1 : notTried > 0 ? 2 : 0;
  }

  private static long count(List<RedTeam.Result> results, Outcome.Kind kind) {
    return results.stream().filter(result -> result.outcome().kind() == kind).count();
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
