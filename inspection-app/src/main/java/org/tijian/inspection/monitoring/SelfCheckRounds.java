package org.tijian.inspection.monitoring;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;

/**
 * Judges every outlet once an hour for its enterprise's own eyes, so that a day that is over is
 * told while it is fresh and a page that is opened finds its hours ready. What it finds is kept
 * nowhere. One outlet after the other: the storing of frames needs the rest of the machine.
 */
@Component
class SelfCheckRounds {
  private static final Logger LOG = LoggerFactory.getLogger(SelfCheckRounds.class);

  private final SiteRegister register;
  private final SelfChecks selfChecks;

  SelfCheckRounds(SiteRegister register, SelfChecks selfChecks) {
    this.register = register;
    this.selfChecks = selfChecks;
  }

  @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void judgeAll() {
    register.sites().forEach(site -> register.outlets(site.id()).forEach(this::judge));
  }

  /** One outlet that cannot be judged does not keep the others from it. Logs no finding. */
  private void judge(Outlet outlet) {
    try {
      selfChecks.judgeOnce(outlet);
    } catch (RuntimeException e) {
      LOG.warn("outlet {} was not judged: {}", outlet.id(), e.toString());
    }
  }
}
