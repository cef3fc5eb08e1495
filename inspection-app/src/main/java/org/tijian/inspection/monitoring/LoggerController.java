package org.tijian.inspection.monitoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings.Waiting;
import org.tijian.analytics.site.Outlet;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** The enterprise's loggers, and how a new one becomes one of them. */
@RestController
class LoggerController {
  private final LoggerAccess loggers;
  private final OutletAccess outlets;
  private final LoggerSummaries summaries;
  private final LoggerRegistration registration;

  LoggerController(
      LoggerAccess loggers,
      OutletAccess outlets,
      LoggerSummaries summaries,
      LoggerRegistration registration) {
    this.loggers = loggers;
    this.outlets = outlets;
    this.summaries = summaries;
    this.registration = registration;
  }

  /**
   * @param password its access password (PW)
   */
  record Wanted(@Nullable String mn, @Nullable Long outletId, @Nullable String password) {}

  @GetMapping("/api/loggers")
  List<LoggerSummaries.Summary> list(@AuthenticationPrincipal Account account) {
    return summaries.of(loggers.own(account));
  }

  @PostMapping("/api/loggers")
  LoggerSummaries.Summary register(
      @AuthenticationPrincipal Account account, @RequestBody Wanted wanted) {
    loggers.site(account);
    Outlet outlet = outlets.own(account, Input.required("outletId", wanted.outletId()));
    String mn = Input.filledText("mn", wanted.mn(), 40);
    Input.check(
        Device.isMn(mn),
        "mn",
        "MN 为 1 至 32 位字母、数字、下划线或短横线。",
        "An MN is 1 to 32 letters, digits, underscores or hyphens.");
    String password = LoggerRegistration.password("password", wanted.password());
    Device device =
        registration.register(account, outlet, mn, Input.required("password", password));
    return summaries.of(List.of(device)).get(0);
  }

  /** Changes nothing, and is no GET all the same: a password does not belong into an address. */
  @PostMapping("/api/waiting-loggers")
  Heard waiting(@AuthenticationPrincipal Account account, @RequestBody Asked asked) {
    loggers.site(account);
    String mn = Input.required("mn", asked.mn());
    String password = Input.required("password", asked.password());
    return registration
        .waiting(account, mn.strip(), password.strip())
        .map(Heard::of)
        .orElseThrow(LoggerController::notWaiting);
  }

  record Asked(@Nullable String mn, @Nullable String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "Asked[%s]".formatted(mn);
    }
  }

  /** A logger in the waiting room. */
  record Heard(
      String mn,
      String transport,
      java.time.Instant firstSeenAt,
      java.time.Instant lastSeenAt,
      long frames) {
    static Heard of(Waiting waiting) {
      return new Heard(
          waiting.mn(),
          waiting.transport(),
          waiting.firstSeenAt(),
          waiting.lastSeenAt(),
          waiting.frames());
    }
  }

  private static RefusedRequest notWaiting() {
    return new RefusedRequest(
        404,
        "not-waiting",
        new LocalName(
            "等候区没有以此口令发送数据的这台数采仪。",
            "No data logger of that MN has sent with that password and waits."));
  }
}
