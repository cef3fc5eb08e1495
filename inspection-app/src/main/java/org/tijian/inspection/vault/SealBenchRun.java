package org.tijian.inspection.vault;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.PersonKeys;
import org.tijian.inspection.vault.SealedReports.SealedReport;

/** The measurements of {@link SealBench}: whole operations, so that every bound holds for more. */
final class SealBenchRun {
  private static final int ROUNDS = 300;
  private static final int BATCH = 20;
  private static final int FINDINGS = 60;
  private static final int PHOTOS = 40;
  private static final int PHOTO_BYTES = 1_000_000;
  private static final double MOST_PER_BATCH_MS = 20;
  private static final double MOST_PER_REPORT_MS = 300;
  private static final String PASSWORD = "a password of the bench";

  private final ApplicationContext app;
  private final SealBench.SealBenchRing ring;
  private final PrintStream out;
  private final VisitKeys keys;
  private final SealedStatements statements;
  private final SealedReports reports;
  private final SealedFiles files;

  SealBenchRun(ApplicationContext app, SealBench.SealBenchRing ring, PrintStream out) {
    this.app = app;
    this.ring = ring;
    this.out = out;
    this.keys = app.getBean(VisitKeys.class);
    this.statements = app.getBean(SealedStatements.class);
    this.reports = app.getBean(SealedReports.class);
    this.files = app.getBean(SealedFiles.class);
  }

  boolean all() {
    SealBench.Visit visit = visit();
    double[] signIns = times(5, () -> open(visit.director()));
    line("opening a person's key at the sign-in (Argon2id)", signIns);
    open(visit.expert());
    boolean batches = batches(visit);
    boolean report = report(visit);
    return batches && report;
  }

  private void open(UUID account) {
    ring.set(app.getBean(PersonKeys.class).open(account, PASSWORD));
  }

  private boolean batches(SealBench.Visit visit) {
    Runnable write =
        () ->
            keys.within(
                visit.id(),
                key -> {
                  for (int i = 0; i < BATCH; i++) {
                    statements.add(key, statement(visit), null);
                  }
                  return key;
                });
    times(50, write);
    double[] whole = times(ROUNDS, write);
    line("a batch of %d answers: open, bind, seal, insert, commit".formatted(BATCH), whole);
    double[] sealing = times(ROUNDS, () -> keys.within(visit.id(), key -> seal(key, visit)));
    line("of it without the inserts: what sealing adds", sealing);
    return check("sealing of a batch, p95", p(sealing, 0.95), MOST_PER_BATCH_MS);
  }

  private static VisitKey seal(VisitKey key, SealBench.Visit visit) {
    for (int i = 0; i < BATCH; i++) {
      Statement statement = statement(visit);
      key.seal("answer", statement.id(), statement.content());
    }
    return key;
  }

  private boolean report(SealBench.Visit visit) {
    String text =
        "\"a finding with its working and advice, 一条改进建议及其依据\",".repeat(20).repeat(FINDINGS);
    byte[] photo = new byte[PHOTO_BYTES];
    new Random(1).nextBytes(photo);
    UUID[] photos = new UUID[PHOTOS];
    app.getBean(VaultDatabase.class)
        .transaction()
        .executeWithoutResult(
            tx -> {
              reports.add(visit.id(), new SealedReport(Instant.now(), text));
              for (int i = 0; i < PHOTOS; i++) {
                photos[i] = UUID.randomUUID();
                UUID id = photos[i];
                SealedFiles.SealedFile file =
                    new SealedFiles.SealedFile(id, visit.expert(), Instant.now(), "{}");
                keys.within(visit.id(), key -> files.add(key, file, photo));
              }
            });
    open(visit.director());
    boolean[] same = {true};
    Runnable read =
        () -> {
          same[0] &= reports.get(visit.id()).content().equals(text);
          for (UUID id : photos) {
            same[0] &=
                keys.within(
                    visit.id(), key -> Arrays.equals(files.content(key, id).orElseThrow(), photo));
          }
        };
    times(5, read);
    double[] opening = times(20, read);
    line(
        "a report of %d findings and %d photos of 1 MB, read and opened"
            .formatted(FINDINGS, PHOTOS),
        opening);
    double[] plain = times(20, () -> keys.within(visit.id(), key -> raw(visit)));
    line("of it reading the sealed rows in one go, unopened: the reference", plain);
    check("everything opens as it was written", same[0] ? 0 : 1, 0);
    return check(
            "opening costs more than the reference, medians",
            p(opening, 0.5) - p(plain, 0.5),
            MOST_PER_REPORT_MS)
        && same[0];
  }

  private long raw(SealBench.Visit visit) {
    return app
        .getBean(VaultDatabase.class)
        .jdbc()
        .sql("select sealed from sealed.file_part where checkup_id = :id")
        .param("id", visit.id())
        .query((row, index) -> row.getBytes(1).length)
        .list()
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static Statement statement(SealBench.Visit visit) {
    return new Statement(
        UUID.randomUUID(),
        visit.id(),
        Statement.Kind.ANSWER,
        visit.expert(),
        Instant.now(),
        "{\"itemId\":\"S06\",\"result\":\"improvement\",\"note\":\"%s\"}"
            .formatted("滤芯有积灰，已当场吹扫。".repeat(10)));
  }

  private SealBench.Visit visit() {
    long site = app.getBean(SiteRegister.class).addSite(new LocalName("示例", "Example")).id();
    Accounts accounts = app.getBean(Accounts.class);
    LocalName name = new LocalName("示例", "Example");
    Account director = accounts.create("bench-director", PASSWORD, name, Role.DIRECTOR, site);
    Account expert = accounts.create("bench-expert", PASSWORD, name, Role.EXPERT, null);
    return SealBenchVisit.underWay(app, site, director, expert);
  }

  private static double[] times(int count, Runnable work) {
    double[] took = new double[count];
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      work.run();
      took[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(took);
    return took;
  }

  private static double p(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
  }

  private void line(String what, double[] took) {
    out.printf(
        Locale.ROOT,
        "%-75s p50 %7.1f ms   p95 %7.1f ms   max %7.1f ms   n %d%n",
        what,
        p(took, 0.5),
        p(took, 0.95),
        took[took.length - 1],
        took.length);
  }

  private boolean check(String what, double value, double most) {
    out.printf(
        Locale.ROOT,
        "CHECK %s: %.1f, at most %.1f: %s%n",
        what,
        value,
        most,
        value <= most ? "good" : "MISSED");
    return value <= most;
  }
}
