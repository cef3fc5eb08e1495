package org.tijian.inspection.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** Late steps across the whole office, for its head: counts, numbers, days. No finding. */
@RestController
@RequestMapping("/api/office/late")
class LateController {
  private static final Duration COUNTED = Duration.ofDays(365);
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");

  private final LateTable table;
  private final SiteRegister register;
  private final Clock clock;

  LateController(LateTable table, SiteRegister register, Clock clock) {
    this.table = table;
    this.register = register;
    this.clock = clock;
  }

  /** Of the last 365 days, by month and by whose turn it was. */
  @GetMapping
  List<LateTable.Month> months(@AuthenticationPrincipal Account account) {
    refuseOthers(account);
    Instant now = clock.instant();
    return table.months(now.minus(COUNTED), now);
  }

  /**
   * One by one, the newest promise first.
   *
   * @param after check-up and position of the last one of the page before, with a colon between
   */
  @GetMapping("/steps")
  List<StepView> steps(
      @AuthenticationPrincipal Account account,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    refuseOthers(account);
    int most = limit == null ? USUAL : Math.max(1, Math.min(MOST, limit));
    List<LateTable.LateStep> steps = table.steps(place(after), most, clock.instant());
    Map<Long, LocalName> sites =
        register.siteNames(
            steps.stream().map(LateTable.LateStep::siteId).collect(Collectors.toSet()));
    return steps.stream()
        .map(
            step ->
                new StepView(
                    "%s:%d".formatted(step.place().checkupId(), step.place().position()),
                    step.place().checkupId(),
                    step.number(),
                    sites.getOrDefault(step.siteId(), UNKNOWN),
                    step.state(),
                    step.owner(),
                    step.promisedBy(),
                    step.doneAt()))
        .toList();
  }

  private static LateTable.@Nullable Place place(@Nullable String after) {
    if (after == null) {
      return null;
    }
    Input.check(
        after.matches("[0-9a-f-]{36}:[0-9]{1,4}"), "after", "没有这一项。", "There is no such step.");
    return new LateTable.Place(
        UUID.fromString(after.substring(0, 36)), Integer.parseInt(after.substring(37)));
  }

  static void refuseOthers(Account account) {
    if (!account.head()) {
      throw RefusedRequest.noAccess();
    }
  }

  /**
   * @param id for the next page
   * @param doneAt null while it is still open
   */
  record StepView(
      String id,
      UUID checkupId,
      String number,
      LocalName siteName,
      String state,
      String owner,
      Instant promisedBy,
      @Nullable Instant doneAt) {}
}
