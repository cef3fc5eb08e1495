package org.tijian.inspection.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.CheckupNames.Known;

/** Puts names to a check-up, what comes next, and what the account may do now. */
@Component
public class CheckupViews {
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");

  private final CheckupNames names;
  private final Promises promises;
  private final OpenGates gates;
  private final SiteStanding standing;

  CheckupViews(CheckupNames names, Promises promises, OpenGates gates, SiteStanding standing) {
    this.names = names;
    this.promises = promises;
    this.gates = gates;
    this.standing = standing;
  }

  public CheckupView view(Checkup checkup, Account account) {
    return views(List.of(checkup), account).get(0);
  }

  /** All of a list: their names are looked up at once. */
  public List<CheckupView> views(List<Checkup> checkups, Account account) {
    Known known = names.of(checkups);
    Set<Long> waiting =
        standing.waiting(checkups.stream().map(Checkup::siteId).distinct().toList());
    return checkups.stream().map(checkup -> view(checkup, account, known, waiting)).toList();
  }

  private CheckupView view(Checkup checkup, Account account, Known known, Set<Long> waiting) {
    Scope scope = checkup.scope();
    return new CheckupView(
        checkup.id(),
        checkup.number(),
        checkup.state().word(),
        known.sites().getOrDefault(checkup.siteId(), UNKNOWN),
        outlets(scope, known),
        scope.topics().stream().map(Topic::word).toList(),
        scope.dataFrom(),
        scope.dataUntil(),
        scope.preferredDays(),
        scope.note(),
        consent(checkup.consent()),
        appointment(checkup.appointment(), known),
        known.joined().stream().filter(each -> checkup.joined().contains(each.id())).toList(),
        checkup.history().stream().map(CheckupViews::event).toList(),
        promises.next(checkup).orElse(null),
        may(checkup, account),
        waitingSite(checkup, account, waiting));
  }

  private static @Nullable Long waitingSite(Checkup checkup, Account account, Set<Long> waiting) {
    boolean told = account.role() == Role.OFFICE || account.role().isOfEnterprise();
    return told && waiting.contains(checkup.siteId()) ? checkup.siteId() : null;
  }

  private static List<CheckupView.OutletName> outlets(Scope scope, Known known) {
    return scope.outletIds().stream()
        .flatMap(id -> Optional.ofNullable(known.outlets().get(id)).stream())
        .map(outlet -> new CheckupView.OutletName(outlet.id(), outlet.code(), outlet.name()))
        .toList();
  }

  private static CheckupView.ConsentView consent(Consent consent) {
    return new CheckupView.ConsentView(
        consent.version(), consent.sha256(), consent.by(), consent.at());
  }

  private static CheckupView.@Nullable AppointmentView appointment(
      @Nullable Appointment appointment, Known known) {
    return appointment == null
        ? null
        : new CheckupView.AppointmentView(
            appointment.startsAt(),
            appointment.endsAt(),
            appointment.expertIds().stream()
                .map(id -> new CheckupView.ExpertName(id, known.people().getOrDefault(id, UNKNOWN)))
                .toList());
  }

  private static CheckupView.EventView event(Checkup.Event event) {
    return new CheckupView.EventView(event.state().word(), event.at(), event.by(), event.change());
  }

  private List<String> may(Checkup checkup, Account account) {
    Stream<String> steps =
        Arrays.stream(CheckupAction.values())
            .filter(action -> action.belongsTo(account.role()))
            .filter(action -> action.leadsFrom(checkup.state()))
            .filter(action -> AccessMatrix.isParty(account, checkup))
            .filter(action -> CheckupSteps.mayTake(account, checkup))
            .map(CheckupAction::word);
    return Stream.of(
            steps,
            gates.may(account, checkup),
            page("pledge", mayPledge(account, checkup)),
            page("visit", AccessMatrix.allows(account, checkup, Right.READ_VISIT)),
            page("report", AccessMatrix.allows(account, checkup, Right.READ_REPORT)))
        .flatMap(words -> words)
        .toList();
  }

  private static boolean mayPledge(Account account, Checkup checkup) {
    return AccessMatrix.allows(account, checkup, Right.SIGN_PLEDGE)
        && !checkup.isPledgedBy(account.id());
  }

  private static Stream<String> page(String word, boolean open) {
    return open ? Stream.of(word) : Stream.empty();
  }
}
