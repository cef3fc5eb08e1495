package org.tijian.inspection.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupMove;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Policies;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Pauses a visit and settles the pause. A danger (T-21) is over when the enterprise says that it
 * acted; what may lie outside the programme (T-22) is decided by two gatekeepers after the
 * enterprise was heard. Nothing leaves the platform in either case.
 */
@Service
class GateDesk {
  private final CheckupDesk checkups;
  private final CheckupMove moves;
  private final GateTable gates;
  private final List<GateFollower> followers;
  private final Policies policies;
  private final TransactionOperations transaction;
  private final Clock clock;

  GateDesk(
      CheckupDesk checkups,
      CheckupMove moves,
      GateTable gates,
      List<GateFollower> followers,
      Policies policies,
      VaultDatabase vault,
      Clock clock) {
    this.checkups = checkups;
    this.moves = moves;
    this.gates = gates;
    this.followers = followers;
    this.policies = policies;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** The pauses of a check-up, for everybody who may see that it is paused. */
  List<Gate> of(Account account, UUID id) {
    return gates.of(checkups.see(account, id).id());
  }

  Checkup pause(Account expert, UUID id, Gate.Kind kind) {
    return step(
        expert,
        id,
        Right.PAUSE_VISIT,
        (checkup, now) -> {
          if (checkup.state() != CheckupState.IN_PROGRESS) {
            throw CheckupMove.movedOn(checkup.state());
          }
          Checkup paused = moves.move(checkup, CheckupState.PAUSED, expert, now);
          gates.add(id, kind, expert, now, hearingUntil(checkup, kind, now));
          tell(raised(kind), expert, paused);
          return paused;
        });
  }

  /** The enterprise says that it acted on a danger. */
  Checkup acted(Account director, UUID id) {
    return step(
        director,
        id,
        Right.SETTLE_PAUSE,
        (checkup, now) -> {
          Gate gate = opened(id, Gate.Kind.IMMINENT_DANGER);
          gates.acted(gate, now);
          tell(GateEvent.ACTED, director, checkup);
          return checkup;
        });
  }

  /** The expert goes on after a danger on which the enterprise acted. */
  Checkup resume(Account expert, UUID id) {
    return step(
        expert,
        id,
        Right.PAUSE_VISIT,
        (checkup, now) -> {
          Gate gate = opened(id, Gate.Kind.IMMINENT_DANGER);
          if (gate.actedAt() == null) {
            throw refused(
                "danger-not-over", "请先由企业确认已经采取措施。", "The enterprise first says that it acted.");
          }
          return settle(expert, checkup, gate, Gate.Outcome.RESUMED, now);
        });
  }

  /**
   * The enterprise says that the gatekeepers heard it; it need not wait for the end of its time.
   */
  Checkup heard(Account director, UUID id) {
    return step(
        director,
        id,
        Right.SETTLE_PAUSE,
        (checkup, now) -> {
          gates.heard(opened(id, Gate.Kind.OUTSIDE_PROGRAMME), now);
          tell(GateEvent.HEARD, director, checkup);
          return checkup;
        });
  }

  /** The second vote decides. */
  Checkup vote(Account gatekeeper, UUID id, boolean applies) {
    return step(
        gatekeeper,
        id,
        Right.DECIDE_PAUSE,
        (checkup, now) -> {
          Gate gate = opened(id, Gate.Kind.OUTSIDE_PROGRAMME);
          if (!gate.mayBeDecidedAt(now)) {
            throw refused("not-heard-yet", "请先听取企业意见。", "The enterprise has to be heard first.");
          }
          if (!gates.vote(gate, gatekeeper, applies, now)) {
            throw refused(
                "voted-before",
                "您已经表决过；需要另一名守门人共同决定。",
                "You voted already; the other gatekeeper decides together with you.");
          }
          tell(GateEvent.VOTED, gatekeeper, checkup);
          Gate voted = opened(id);
          return voted.votes().size() < 2
              ? checkup
              : settle(gatekeeper, checkup, voted, voted.decided(), now);
        });
  }

  /** A check-up that was withdrawn during the pause only leaves it when it is excluded. */
  private Checkup settle(
      Account by, Checkup checkup, Gate gate, Gate.Outcome outcome, Instant now) {
    gates.settle(gate, outcome, now);
    tell(outcome == Gate.Outcome.EXCLUDED ? GateEvent.EXCLUDED : GateEvent.RESUMED, by, checkup);
    if (outcome == Gate.Outcome.EXCLUDED) {
      return moves.move(checkup, CheckupState.EXCLUDED, by, now);
    }
    return checkup.state() == CheckupState.WITHDRAWN
        ? moves.again(checkup)
        : moves.move(checkup, CheckupState.IN_PROGRESS, by, now);
  }

  private @Nullable Instant hearingUntil(Checkup checkup, Gate.Kind kind, Instant now) {
    return kind == Gate.Kind.OUTSIDE_PROGRAMME
        ? now.plus(Duration.ofHours(policies.of(checkup).hearingWithinHours()))
        : null;
  }

  private void tell(GateEvent event, Account by, Checkup checkup) {
    followers.forEach(follower -> follower.happened(event, by, checkup));
  }

  private static GateEvent raised(Gate.Kind kind) {
    return kind == Gate.Kind.IMMINENT_DANGER ? GateEvent.DANGER_RAISED : GateEvent.EXCEPTION_RAISED;
  }

  private Gate opened(UUID id) {
    return gates.open(id).orElseThrow(() -> CheckupMove.movedOn(state(id)));
  }

  private Gate opened(UUID id, Gate.Kind kind) {
    Gate gate = opened(id);
    if (gate.kind() != kind) {
      throw CheckupMove.movedOn(state(id));
    }
    return gate;
  }

  private CheckupState state(UUID id) {
    return checkups.find(id).orElseThrow().state();
  }

  private Checkup step(Account account, UUID id, Right right, Step step) {
    // Before the transaction: a refusal is written down, and stays when nothing else is.
    checkups.admitOnceOpen(account, id, right);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // Two people at the same moment: the second one sees what the first one did.
              checkups.lock(id);
              return step.take(allowed(account, id, right), now());
            }));
  }

  private Checkup allowed(Account account, UUID id, Right right) {
    Checkup checkup = checkups.find(id).orElseThrow();
    if (!AccessMatrix.allows(account, checkup, right)) {
      throw CheckupMove.movedOn(checkup.state());
    }
    return checkup;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static RefusedRequest refused(String code, String zh, String en) {
    return new RefusedRequest(409, code, new LocalName(zh, en));
  }

  /** What a step does, with the check-up as it stands and the moment of it. */
  private interface Step {
    Checkup take(Checkup checkup, Instant now);
  }
}
