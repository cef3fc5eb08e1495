package org.tijian.inspection.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;

/** Finds the enterprises that a programme is for, and tells each why. */
@Component
class ProgrammeFits {
  private static final Logger LOG = LoggerFactory.getLogger(ProgrammeFits.class);

  private final ProgrammeTable table;
  private final SiteRegister register;
  private final Analytics analytics;
  private final Accounts accounts;
  private final Notices notices;
  private final TransactionOperations transaction;
  private final Clock clock;

  ProgrammeFits(
      ProgrammeTable table,
      SiteRegister register,
      Analytics analytics,
      Accounts accounts,
      Notices notices,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.register = register;
    this.analytics = analytics;
    this.accounts = accounts;
    this.notices = notices;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /**
   * Enterprises and outlets that were registered after a programme was published are found, too.
   */
  @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void findNew() {
    List<Programme> published = table.published(BeijingTime.dateOf(clock.instant()));
    if (!published.isEmpty()) {
      register.sites().forEach(site -> find(published, site));
    }
  }

  /** In the caller's transaction. */
  void find(Programme programme) {
    register.sites().forEach(site -> find(programme, site, register.outlets(site.id())));
  }

  private void find(List<Programme> published, Site site) {
    try {
      List<Outlet> outlets = register.outlets(site.id());
      transaction.executeWithoutResult(
          status -> published.forEach(programme -> find(programme, site, outlets)));
    } catch (RuntimeException e) {
      LOG.warn("site {} was not held against the programmes: {}", site.id(), e.toString());
    }
  }

  private void find(Programme programme, Site site, List<Outlet> outlets) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Fit.of(programme.conditions(), site, outlets, code -> analytics.factors().of(code).name())
        .filter(fit -> table.addFit(programme.id(), site.id(), fit, now))
        .ifPresent(fit -> tell(programme, site, fit));
  }

  private void tell(Programme programme, Site site, Fit fit) {
    LocalName title =
        new LocalName("邀约：" + programme.title().zh(), "Invitation: " + programme.title().en());
    LocalName text =
        new LocalName(
            "%s申请截止 %s，是否申请由贵单位自行决定。".formatted(fit.reason().zh(), programme.endsOn()),
            "%s Open until %s; whether you ask for it is your decision."
                .formatted(fit.reason().en(), programme.endsOn()));
    accounts
        .directors(site.id())
        .forEach(
            director ->
                notices.tell(
                    new Notice(
                        director.id(),
                        "programme/" + programme.id(),
                        title,
                        text,
                        "/programmes/" + programme.id())));
  }
}
