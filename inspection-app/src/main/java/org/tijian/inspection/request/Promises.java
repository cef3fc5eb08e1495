package org.tijian.inspection.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Role;

/** For every state: who has to do what by when. */
@Component
public class Promises {
  private final Policies policies;
  private final OpenGates gates;

  Promises(Policies policies, OpenGates gates) {
    this.policies = policies;
    this.gates = gates;
  }

  /** Empty once nothing is left to do. */
  public Optional<NextStep> next(Checkup checkup) {
    Policy policy = policies.of(checkup);
    WorkingDays workingDays = new WorkingDays(policy);
    return switch (checkup.state()) {
      case REQUESTED ->
          step(
              Role.OFFICE,
              "项目办公室答复是否受理",
              "The programme office accepts the request",
              workingDays.end(checkup.since(), policy.acceptWithinWorkingDays()));
      case ACCEPTED ->
          step(
              Role.OFFICE,
              "项目办公室安排专家和时间",
              "The programme office arranges expert and time",
              workingDays.end(checkup.since(), policy.scheduleWithinWorkingDays()));
      case SCHEDULED ->
          step(
              Role.EXPERT,
              "专家按预约时间到场开始体检",
              "The experts arrive and start the visit",
              booked(checkup, Appointment::startsAt));
      case IN_PROGRESS ->
          step(
              Role.EXPERT,
              "专家召开末次会议并当场出具报告初稿",
              "The experts hold the closing meeting, with the draft report on the spot",
              booked(checkup, Appointment::endsAt));
      case CLOSING ->
          step(
              Role.DIRECTOR,
              "贵单位签收报告（签收不等于同意）",
              "The enterprise signs that it received the report, which is not to agree",
              checkup.since().plus(Duration.ofDays(policy.receiveWithinDays())));
      case PAUSED -> gates.next(checkup.id());
      case CLOSED, WITHDRAWN, EXCLUDED -> Optional.empty();
    };
  }

  private static @Nullable Instant booked(Checkup checkup, Function<Appointment, Instant> end) {
    return checkup.appointment() == null ? null : end.apply(checkup.appointment());
  }

  private static Optional<NextStep> step(
      Role owner, String zh, String en, @Nullable Instant promisedBy) {
    return Optional.of(new NextStep(owner.word(), new LocalName(zh, en), promisedBy));
  }
}
