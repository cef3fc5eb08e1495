package org.tijian.inspection.gate;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.NextStep;
import org.tijian.inspection.request.OpenGates;
import org.tijian.inspection.request.Right;

/** What a paused check-up waits for. */
@Component
class GatePromises implements OpenGates {
  private final GateTable gates;
  private final Clock clock;

  GatePromises(GateTable gates, Clock clock) {
    this.gates = gates;
    this.clock = clock;
  }

  @Override
  public Optional<NextStep> next(UUID checkupId) {
    return gates.open(checkupId).map(GatePromises::step);
  }

  @Override
  public boolean isUndecided(UUID checkupId) {
    return gates
        .open(checkupId)
        .filter(gate -> gate.kind() == Gate.Kind.OUTSIDE_PROGRAMME)
        .isPresent();
  }

  @Override
  public Stream<String> may(Account account, Checkup checkup) {
    if (checkup.state() == CheckupState.IN_PROGRESS) {
      return word("pause", AccessMatrix.allows(account, checkup, Right.PAUSE_VISIT));
    }
    // No other state has anything to settle, and a list need not ask for each of its rows.
    if (checkup.state() != CheckupState.PAUSED && checkup.state() != CheckupState.WITHDRAWN) {
      return Stream.empty();
    }
    return gates.open(checkup.id()).stream().flatMap(gate -> may(account, checkup, gate));
  }

  private Stream<String> may(Account account, Checkup checkup, Gate gate) {
    boolean danger = gate.kind() == Gate.Kind.IMMINENT_DANGER;
    boolean settles = AccessMatrix.allows(account, checkup, Right.SETTLE_PAUSE);
    boolean resumes = danger && gate.actedAt() != null;
    boolean votes =
        gate.mayBeDecidedAt(clock.instant())
            && gate.votes().stream().noneMatch(vote -> vote.accountId().equals(account.id()));
    return Stream.of(
            word("acted", settles && danger && gate.actedAt() == null),
            word("heard", settles && !danger && gate.heardAt() == null),
            word("resume", resumes && AccessMatrix.allows(account, checkup, Right.PAUSE_VISIT)),
            word("vote", votes && AccessMatrix.allows(account, checkup, Right.DECIDE_PAUSE)))
        .flatMap(words -> words);
  }

  private static Stream<String> word(String word, boolean open) {
    return open ? Stream.of(word) : Stream.empty();
  }

  private static NextStep step(Gate gate) {
    if (gate.kind() == Gate.Kind.IMMINENT_DANGER) {
      return gate.actedAt() == null
          ? next(
              Role.DIRECTOR,
              "请立即采取措施（必要时自行报警求助），然后在此确认",
              "Act now, call for help yourself where needed, then say so here",
              null)
          : next(Role.EXPERT, "专家确认可以继续后恢复体检", "The expert goes on when it is safe", null);
    }
    return gate.heardAt() == null && gate.votes().isEmpty()
        ? next(
            Role.DIRECTOR,
            "贵单位向守门人陈述意见，然后在此确认；到时未陈述的，由守门人直接决定",
            "You are heard by the gatekeepers and say so here; after that time they decide without it",
            gate)
        : next(
            Role.GATEKEEPER,
            "两名守门人共同决定例外是否成立",
            "Two gatekeepers decide together whether the exception applies",
            gate);
  }

  private static NextStep next(Role owner, String zh, String en, @Nullable Gate gate) {
    return new NextStep(
        owner.word(), new LocalName(zh, en), gate == null ? null : gate.hearingUntil());
  }
}
