package org.tijian.inspection.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;

/** Puts names to a check-up, what comes next, and what the account may do now. */
@Component
public class CheckupViews {
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");

  private final SiteRegister register;
  private final Accounts accounts;
  private final Promises promises;
  private final OpenGates gates;

  CheckupViews(SiteRegister register, Accounts accounts, Promises promises, OpenGates gates) {
    this.register = register;
    this.accounts = accounts;
    this.promises = promises;
    this.gates = gates;
  }

  public CheckupView view(Checkup checkup, Account account) {
    Scope scope = checkup.scope();
    return new CheckupView(
        checkup.id(),
        checkup.number(),
        checkup.state().word(),
        register.site(checkup.siteId()).map(Site::name).orElse(UNKNOWN),
        outlets(scope),
        scope.topics().stream().map(Topic::word).toList(),
        scope.dataFrom(),
        scope.dataUntil(),
        scope.preferredDays(),
        scope.note(),
        consent(checkup.consent()),
        appointment(checkup.appointment()),
        checkup.history().stream().map(CheckupViews::event).toList(),
        promises.next(checkup).orElse(null),
        may(checkup, account));
  }

  private List<CheckupView.OutletName> outlets(Scope scope) {
    return scope.outletIds().stream()
        .map(register::outlet)
        .flatMap(Optional::stream)
        .map(outlet -> new CheckupView.OutletName(outlet.id(), outlet.code(), outlet.name()))
        .toList();
  }

  private static CheckupView.ConsentView consent(Consent consent) {
    return new CheckupView.ConsentView(
        consent.version(), consent.sha256(), consent.by(), consent.at());
  }

  private CheckupView.@Nullable AppointmentView appointment(@Nullable Appointment appointment) {
    return appointment == null
        ? null
        : new CheckupView.AppointmentView(
            appointment.startsAt(),
            appointment.endsAt(),
            appointment.expertIds().stream().map(this::expert).toList());
  }

  private CheckupView.ExpertName expert(UUID id) {
    return new CheckupView.ExpertName(id, accounts.find(id).map(Account::name).orElse(UNKNOWN));
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
            .map(CheckupAction::word);
    return Stream.of(
            steps,
            gates.may(account, checkup),
            page("visit", AccessMatrix.allows(account, checkup, Right.READ_VISIT)),
            page("report", AccessMatrix.allows(account, checkup, Right.READ_REPORT)))
        .flatMap(words -> words)
        .toList();
  }

  private static Stream<String> page(String word, boolean open) {
    return open ? Stream.of(word) : Stream.empty();
  }
}
