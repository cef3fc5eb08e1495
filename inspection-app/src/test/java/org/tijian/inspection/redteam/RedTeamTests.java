package org.tijian.inspection.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tijian.inspection.InspectionApplication;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.Misfit;
import org.tijian.inspection.chain.RecordCheck;
import org.tijian.inspection.key.CheapKeys;
import org.tijian.inspection.testing.FreshDatabases;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;
import org.tijian.inspection.vault.VaultLocks;
import org.tijian.inspection.web.SilencedLoggers;

/**
 * Every attempt is stopped; and with any one lock taken out some attempt succeeds, so that the
 * suite is shown to be able to fail.
 */
@SpringBootTest(
    classes = InspectionApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"tijian.empty=true", "tijian.gateway.enabled=false"})
@ContextConfiguration(initializers = FreshDatabases.class)
@Import({TestClock.class, CheapKeys.class, VaultLocks.class, WebLocks.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedTeamTests {
  private static final Path DOC = Path.of("..", "docs", "redteam.md");

  /** What must be seen to have stopped an attempt: the stated reason and no other. */
  private static final String REASONS =
      """
      logs                    nothing in
      error-messages          403 no-access
      metrics                 addresses tell nothing
      caches                  no-store on
      statistics-differencing filters change nothing
      stolen-session          401 not-signed-in
      session-fixation        401 not-signed-in
      cross-site              403 stale-page
      authority               401 not-signed-in on
      office                  403 no-access
      gatekeeper-alone        403 no-access
      other-enterprise        403 no-access
      other-expert            403 no-access
      expert-after-closing    403 no-access
      expert-after-expiry     409 no-key
      record-as-application   permission denied
      record-changed          kind=CHANGED, from=3
      record-deleted          kind=MISSING, from=3
      record-reordered        from=3
      record-cut-off          kind=SHORTENED, from=4
      record-rewritten        kind=REWRITTEN
      dba-reads               nothing in
      dba-takes-account       409 key-changed
      dba-copies-key          409 sign-in-again
      application-role        not the key of the visit
      backup                  410 share-missing
      """;

  @Autowired private ApplicationContext server;
  @Autowired private VaultTestDatabase database;
  @Autowired private TestClock clock;
  @Autowired private VaultLocks vault;
  @Autowired private WebLocks web;

  @Value("${tijian.data-dir}")
  private Path dataDirectory;

  @Value("${tijian.monitoring.url}")
  private String monitoring;

  private Stage stage;
  private Target target;

  @BeforeAll
  void visits() {
    String application =
        "%s?user=%s&password=%s"
            .formatted(
                database.url(), database.application().user(), database.application().password());
    stage =
        new Stage(
            server,
            new Target.Databases(database.superuser(), monitoring, application),
            dataDirectory,
            clock::advance);
    target = stage.play();
  }

  @TestFactory
  Stream<DynamicTest> everyAttemptIsStopped() {
    return RedTeam.ATTEMPTS.stream()
        .map(
            attempt ->
                DynamicTest.dynamicTest(
                    attempt.id(),
                    () -> {
                      Outcome outcome = attempt.on(target);
                      assertThat(outcome.kind())
                          .as("%s: %s", attempt.id(), outcome.seen())
                          .isEqualTo(Outcome.Kind.STOPPED);
                      assertThat(outcome.seen()).contains(reason(attempt));
                    }));
  }

  private static String reason(Attempt attempt) {
    return REASONS
        .lines()
        .filter(line -> line.startsWith(attempt.id() + " "))
        .map(line -> line.substring(attempt.id().length()).strip())
        .findFirst()
        .orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> withoutAnyOneLockAnAttemptSucceeds() {
    return locks().entrySet().stream()
        .map(lock -> DynamicTest.dynamicTest(lock.getKey(), () -> assertSucceeds(lock.getValue())));
  }

  private static void assertSucceeds(Lock lock) {
    Outcome outcome = lock.without().apply(RedTeam.named(lock.attempt()));

    assertThat(outcome.kind())
        .as("%s: %s", lock.attempt(), outcome.seen())
        .isEqualTo(Outcome.Kind.SUCCEEDED);
  }

  /**
   * A lock.
   *
   * @param attempt that succeeds without it
   * @param without makes an attempt with the lock taken out
   */
  private record Lock(String attempt, Without without) {}

  private interface Without {
    Outcome apply(Attempt attempt);
  }

  private Map<String, Lock> locks() {
    Map<String, Lock> locks = new LinkedHashMap<>();
    locks.put("sealing", new Lock("dba-reads", played(vault::withoutSealing, stage::playOne)));
    locks.put("key-share", new Lock("backup", played(vault::withoutShares, stage::playOne)));
    locks.put("key-expiry", new Lock("expert-after-expiry", on(vault::withoutExpiry)));
    locks.put("row-level-security", new Lock("application-role", this::withoutRowSecurity));
    locks.put("access-matrix", new Lock("expert-after-closing", on(vault::withoutMatrix)));
    locks.put("sign-in", new Lock("authority", web("sign-in")));
    locks.put("session-end", new Lock("stolen-session", web("session-end")));
    locks.put("new-session", new Lock("session-fixation", web("new-session")));
    locks.put("csrf", new Lock("cross-site", web("csrf")));
    locks.put("no-store", new Lock("caches", web("no-store")));
    locks.put("silenced-loggers", new Lock("logs", this::withoutSilence));
    locks.put("fixed-errors", new Lock("error-messages", web("fixed-errors")));
    locks.put("append-only", new Lock("record-as-application", this::withRights));
    locks.put("hash-chain", new Lock("record-changed", checkedBy(RedTeamTests::headsAlone)));
    locks.put("published-heads", new Lock("record-rewritten", checkedBy(RedTeamTests::noHeads)));
    return locks;
  }

  private Without web(String lock) {
    return on(work -> web.without(lock, work));
  }

  private Without on(Consumer<Runnable> without) {
    return played(without, () -> target);
  }

  private static Without played(Consumer<Runnable> without, Supplier<Target> target) {
    return attempt -> {
      Outcome[] outcome = new Outcome[1];
      without.accept(() -> outcome[0] = attempt.on(target.get()));
      return outcome[0];
    };
  }

  private Outcome withoutRowSecurity(Attempt attempt) {
    String table = "alter table sealed.statement %s row level security";
    database.administrator().sql(table.formatted("disable")).update();
    try {
      return attempt.on(target);
    } finally {
      database.administrator().sql(table.formatted("enable")).update();
    }
  }

  private Outcome withRights(Attempt attempt) {
    String role = database.application().user();
    database.administrator().sql("grant update, delete on sealed.entry to " + role).update();
    database.administrator().sql("alter table sealed.entry disable trigger user").update();
    try {
      return attempt.on(target);
    } finally {
      database.administrator().sql("alter table sealed.entry enable trigger user").update();
      database.administrator().sql("revoke update, delete on sealed.entry from " + role).update();
    }
  }

  private Outcome withoutSilence(Attempt attempt) {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    List<TurboFilter> silence =
        loggers.getTurboFilterList().stream().filter(SilencedLoggers.class::isInstance).toList();
    assertThat(silence).isNotEmpty();
    loggers.getTurboFilterList().removeAll(silence);
    try {
      return attempt.on(stage.playOne());
    } finally {
      silence.forEach(loggers::addTurboFilter);
    }
  }

  private Without checkedBy(Check check) {
    return attempt ->
        attempt.on(
            new Target(
                target.port(),
                target.databases(),
                target.dataDirectory(),
                target.people(),
                target.closed(),
                target.closing(),
                target.doomed(),
                target.log(),
                target.later(),
                (file, heads) -> check.of(file)));
  }

  private interface Check {
    List<Misfit> of(AccessFile file);
  }

  /** A check that believes every entry its own hash. */
  private static List<Misfit> headsAlone(AccessFile file) {
    Set<Misfit.Kind> ofEntries =
        EnumSet.of(Misfit.Kind.CHANGED, Misfit.Kind.BROKEN, Misfit.Kind.MISSING);
    return RecordCheck.of(file, null).misfits().stream()
        .filter(misfit -> !ofEntries.contains(misfit.kind()))
        .toList();
  }

  /** A check for which nobody ever published a head. */
  private static List<Misfit> noHeads(AccessFile file) {
    AccessFile alone =
        new AccessFile(
            file.format(),
            file.visit(),
            file.entries(),
            List.of(),
            List.of(),
            file.keys(),
            file.certificates());
    return RecordCheck.of(alone, null).misfits();
  }

  @Test
  void theDocumentListsTheSameAttemptsAndLocks() throws IOException {
    List<String> rows =
        Files.readAllLines(DOC).stream().filter(line -> line.startsWith("| `")).toList();
    Pattern attempt = Pattern.compile("\\| `([a-z-]+)` \\| .*");
    Map<String, String> locks =
        rows.stream()
            .map(Pattern.compile("\\| `([a-z-]+)` \\(lock\\) .*\\| `([a-z-]+)` \\|")::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));

    assertThat(rows.stream().map(attempt::matcher).filter(m -> m.matches()).map(m -> m.group(1)))
        .containsExactlyInAnyOrderElementsOf(RedTeam.ATTEMPTS.stream().map(Attempt::id).toList());
    assertThat(locks)
        .isEqualTo(
            locks().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().attempt())));
  }
}
