package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.confirmation.Confirmations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Attribute;
import org.tijian.inspection.account.Account;

/** The words an outlet is described by, and the standards that find it by them. */
@RestController
class StandardsController {
  private final OutletAccess access;
  private final LoggerAccess loggers;
  private final Analytics analytics;
  private final Confirmations confirmations;
  private final Clock clock;

  StandardsController(
      OutletAccess access,
      LoggerAccess loggers,
      Analytics analytics,
      Confirmations confirmations,
      Clock clock) {
    this.access = access;
    this.loggers = loggers;
    this.analytics = analytics;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  @GetMapping("/api/outlet-words")
  WordsView words(@AuthenticationPrincipal Account account) {
    loggers.site(account);
    return new WordsView(
        ProfileForm.asked().stream().map(AttributeView::of).toList(), ProfileForm.CAPACITY_UNITS);
  }

  @GetMapping("/api/outlets/{id}/standards")
  ApplicableStandards standards(@AuthenticationPrincipal Account account, @PathVariable long id) {
    Instant now = clock.instant();
    return ApplicableStandards.of(
        access.open(account, id).outlet(),
        analytics.confirmed(confirmations.standing(now), now),
        BeijingTime.dateOf(now));
  }

  record WordsView(List<AttributeView> attributes, List<String> capacityUnits) {}

  record AttributeView(String key, LocalName name, List<WordView> words) {
    static AttributeView of(Attribute attribute) {
      return new AttributeView(
          attribute.key(),
          attribute.meaning(),
          attribute.words().stream()
              .map(word -> new WordView(word, attribute.meaning(word)))
              .toList());
    }
  }

  record WordView(String word, LocalName name) {}
}
