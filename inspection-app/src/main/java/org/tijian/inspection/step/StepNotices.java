package org.tijian.inspection.step;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.NextStep;

/**
 * Who is told of a step: whose turn it is, who waits for it, and the office's head when it is late.
 */
@Component
class StepNotices {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Notices notices;
  private final Accounts accounts;
  private final JdbcClient jdbc;

  StepNotices(Notices notices, Accounts accounts, VaultDatabase vault) {
    this.notices = notices;
    this.accounts = accounts;
    this.jdbc = vault.jdbc();
  }

  /** It is somebody's turn; the enterprise sees that it goes on. */
  void begun(Checkup checkup, Step step, NextStep next) {
    if (checkup.state() == CheckupState.SCHEDULED) {
      return; // the appointment is told with its entry for the calendar
    }
    Set<UUID> owners = owners(checkup, step.owner());
    owners.forEach(
        owner -> tell(owner, checkup, step, "turn", "轮到您了", "Your turn", next.step(), next));
    if (checkup.state() != CheckupState.REQUESTED) {
      directors(checkup).stream()
          .filter(director -> !owners.contains(director))
          .forEach(
              director ->
                  tell(director, checkup, step, "next", "有进展", "It goes on", next.step(), next));
    }
  }

  /** Nothing more is to come: whoever had something to do with it is told. */
  void ended(Checkup checkup, int position) {
    LocalName text =
        switch (checkup.state()) {
          case WITHDRAWN ->
              new LocalName(
                  "企业已撤回本次体检，无需再做任何事。", "The enterprise withdrew it. Nothing is left to do.");
          case CLOSED -> new LocalName("体检已结束。", "The check-up is closed.");
          default -> new LocalName("本次体检已终止。", "The check-up has ended.");
        };
    Stream.of(checkup.expertIds(), directors(checkup), ofRole(Role.OFFICE))
        .flatMap(Collection::stream)
        .distinct()
        .forEach(
            reader ->
                notices.tell(
                    new Notice(
                        reader,
                        key(checkup, position, "ended"),
                        title(checkup, "已结束", "Ended"),
                        text,
                        path(checkup))));
  }

  /** Less than a day is left. */
  void soon(Checkup checkup, Step step, NextStep next) {
    owners(checkup, step.owner())
        .forEach(
            owner ->
                tell(owner, checkup, step, "soon", "时限将到", "Due within a day", next.step(), next));
  }

  /** The promised time has passed: owner, enterprise and the office's head know of it. */
  void late(Checkup checkup, Step step, NextStep next) {
    Stream.of(owners(checkup, step.owner()), directors(checkup), heads())
        .flatMap(Collection::stream)
        .distinct()
        .forEach(reader -> tell(reader, checkup, step, "late", "已超时", "Late", next.step(), next));
  }

  private void tell(
      UUID reader,
      Checkup checkup,
      Step step,
      String kind,
      String zh,
      String en,
      LocalName what,
      NextStep next) {
    notices.tell(
        new Notice(
            reader,
            key(checkup, step.position(), kind),
            title(checkup, zh, en),
            withTime(what, next.promisedBy()),
            path(checkup)));
  }

  private static LocalName withTime(LocalName what, @Nullable Instant by) {
    if (by == null) {
      return new LocalName(what.zh() + "。", what.en() + ".");
    }
    String time = TIME.format(by.atOffset(BeijingTime.OFFSET));
    return new LocalName(
        "%s。承诺时间：%s。".formatted(what.zh(), time),
        "%s. Promised by %s Beijing time.".formatted(what.en(), time));
  }

  private static LocalName title(Checkup checkup, String zh, String en) {
    return new LocalName(
        "体检 %s：%s".formatted(checkup.number(), zh),
        "Check-up %s: %s".formatted(checkup.number(), en));
  }

  private static String key(Checkup checkup, int position, String kind) {
    return "step/%s/%d/%s".formatted(checkup.id(), position, kind);
  }

  private static String path(Checkup checkup) {
    return "/checkups/" + checkup.id();
  }

  private Set<UUID> owners(Checkup checkup, String owner) {
    Collection<UUID> owners =
        switch (Role.valueOf(owner.toUpperCase(Locale.ROOT))) {
          case DIRECTOR -> directors(checkup);
          case EXPERT -> checkup.expertIds();
          case OFFICE -> ofRole(Role.OFFICE);
          case GATEKEEPER -> ofRole(Role.GATEKEEPER);
          // No step waits for a colleague: only a director can take it.
          case COLLEAGUE -> List.<UUID>of();
        };
    return new LinkedHashSet<>(owners);
  }

  private List<UUID> directors(Checkup checkup) {
    return accounts.directors(checkup.siteId()).stream().map(Account::id).toList();
  }

  /** Where nobody is the head, the whole office is told. */
  private List<UUID> heads() {
    List<UUID> heads = accounts.office().stream().filter(Account::head).map(Account::id).toList();
    return heads.isEmpty() ? ofRole(Role.OFFICE) : heads;
  }

  private List<UUID> ofRole(Role role) {
    return jdbc.sql("select id from account where role = :role order by username")
        .param("role", role.name())
        .query(UUID.class)
        .list();
  }
}
