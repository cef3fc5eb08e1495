package org.tijian.inspection.request;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.web.RefusedRequest;

/** The experts and when they are booked, for the office. */
@RestController
class ExpertController {
  private final Accounts accounts;
  private final AppointmentBook book;
  private final Clock clock;

  ExpertController(Accounts accounts, AppointmentBook book, Clock clock) {
    this.accounts = accounts;
    this.book = book;
    this.clock = clock;
  }

  @GetMapping("/api/experts")
  List<ExpertView> list(@AuthenticationPrincipal Account account) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    return accounts.experts().stream().map(this::view).toList();
  }

  private ExpertView view(Account expert) {
    return new ExpertView(expert.id(), expert.name(), book.booked(expert.id(), clock.instant()));
  }

  record ExpertView(UUID id, LocalName name, List<AppointmentBook.Slot> booked) {}
}
