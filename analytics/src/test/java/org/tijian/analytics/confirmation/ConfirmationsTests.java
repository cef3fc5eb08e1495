package org.tijian.analytics.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Confirmation;
import org.tijian.analytics.standard.Provenance;
import org.tijian.analytics.testing.TestPostgres;

class ConfirmationsTests {
  private static final String RULE = "hj75-2017.zero-drift.gas";
  private static final Instant THEN = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Confirmation READ =
      new Confirmation(RULE, "2017", "office-1", THEN, "X.1", "17");

  private MonitoringDatabase database;
  private Confirmations confirmations;

  @BeforeEach
  void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
    confirmations = Confirmations.on(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void standsFromItsMomentOn() {
    confirmations.confirm(READ);

    assertThat(confirmations.standing(THEN.minusSeconds(1))).isEmpty();
    assertThat(confirmations.standing(THEN)).containsExactly(READ);
  }

  @Test
  void theNewestOfARuleStands() {
    Confirmation again = new Confirmation(RULE, "2017", "office-2", LATER, "X.2", "18");
    confirmations.confirm(READ);
    confirmations.confirm(again);

    assertThat(confirmations.standing(NOW)).containsExactly(again);
    assertThat(confirmations.standing(THEN)).containsExactly(READ);
    assertThat(confirmations.history(RULE)).hasSize(2);
  }

  @Test
  void whatWasWithdrawnStaysInTheBookAndStoodUntilThen() {
    confirmations.confirm(READ);

    assertThat(confirmations.withdraw(RULE, "2017", "office-2", LATER)).isTrue();

    assertThat(confirmations.standing(NOW)).isEmpty();
    assertThat(confirmations.standing(LATER.minusSeconds(1))).containsExactly(READ);
    assertThat(confirmations.history(RULE))
        .containsExactly(new Confirmations.Noted(READ, "office-2", LATER));
    assertThat(confirmations.withdraw(RULE, "2017", "office-2", LATER)).isFalse();
  }

  @Test
  void aConfirmationNamesClausePageAndAccount() {
    assertThatThrownBy(() -> new Confirmation(RULE, "2017", "office-1", THEN, " ", "17"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(RULE);
  }

  @Test
  void aConfirmedRuleCountsFromThenAndSaysWhoReadIt() {
    confirmations.confirm(READ);

    Finding before = zeroDrift(confirmations.standing(NOW), THEN.minusSeconds(1));
    Finding after = zeroDrift(confirmations.standing(NOW), NOW);

    assertThat(before.isHint()).isTrue();
    assertThat(after.isHint()).isFalse();
    assertThat(after.outcome().basis()).isEqualTo(before.outcome().basis()).isNotNull();
    assertThat(after.rule().provenance()).isEqualTo(Provenance.UNVERIFIED);
    assertThat(Derivation.of(before).en()).doesNotContain("Confirmed");
    assertThat(Derivation.of(after).en())
        .contains("Confirmed: read by office-1 on 2026-11-20, clause X.1, page 17");
    assertThat(Derivation.of(after).zh()).contains("确认：office-1 于 2026-11-20 核对原文，第 X.1 条，第 17 页");
  }

  @Test
  void aConfirmationOfAnotherEditionSaysNothing() {
    Confirmation other = new Confirmation(RULE, "2007", "office-1", THEN, "X.1", "17");

    assertThat(zeroDrift(List.of(other), NOW).isHint()).isTrue();
  }

  private static Finding zeroDrift(List<Confirmation> standing, Instant asOf) {
    LocalName name = new LocalName("排口", "Outlet");
    Instrument nox =
        new Instrument(
            "a21002", name, "mg/m3", 300, 0, 240.0, Instrument.Design.EXTRACTIVE, true, null);
    Outlet outlet = new Outlet(1, 1, "DA001", name, null, false, List.of(nox));
    Instant start = NOW.minusSeconds(36_000);
    MinuteLog log = new MinuteLog().add("a21002", start, 5, 9, "C");
    return Analytics.withBuiltInRules()
        .confirmed(standing, asOf)
        .selfCheck(outlet, NOW, log, List.of())
        .findings()
        .stream()
        .filter(finding -> finding.rule().id().equals(RULE))
        .findFirst()
        .orElseThrow();
  }
}
