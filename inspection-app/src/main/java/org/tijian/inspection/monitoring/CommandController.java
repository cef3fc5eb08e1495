package org.tijian.inspection.monitoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.command.KeyChange;
import org.tijian.analytics.command.UnconfirmedCommand;
import org.tijian.analytics.command.WrongParameter;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Telling a logger what to do (反控), and the journal of what it was told; for the director. */
@RestController
@RequestMapping("/api/loggers/{mn}/commands")
class CommandController {
  private static final int PAGE = 50;
  private static final int MOST_WAITING = 20;

  /** Who gives an order today does not want it carried out next week. */
  private static final Duration WORTH_SENDING = Duration.ofHours(24);

  private final LoggerAccess access;
  private final CommandJournal journal;
  private final KeyChange keyChange;
  private final CommandWords words;
  private final Clock clock;

  CommandController(
      LoggerAccess access,
      CommandJournal journal,
      LoggerSettings settings,
      CommandWords words,
      Clock clock) {
    this.access = access;
    this.journal = journal;
    this.keyChange = new KeyChange(journal, settings, clock);
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param confirmed that the enterprise agrees to an action on a live instrument
   */
  record Wanted(
      @NotNull CommandKind kind,
      @Nullable @Size(max = 10) Map<String, String> parameters,
      @Nullable Boolean confirmed) {}

  @GetMapping
  List<CommandView> journal(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @RequestParam(required = false) @Nullable Long before) {
    access.own(account, mn);
    return journal.ofLogger(mn, before, PAGE).stream().map(words::view).toList();
  }

  @PostMapping
  CommandView order(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @RequestBody @Valid Wanted wanted) {
    access.own(account, mn);
    requireRoom(mn);
    try {
      return words.view(ordered(account, mn, wanted));
    } catch (UnconfirmedCommand e) {
      throw new RefusedRequest(
          409,
          "needs-confirmation",
          new LocalName(
              "校准会作用于正在运行的仪器，请先确认。",
              "A calibration acts on an instrument in operation. Confirm it first."));
    } catch (WrongParameter e) {
      throw wrong(e);
    }
  }

  private Command ordered(Account account, String mn, Wanted wanted) {
    if (wanted.kind() == CommandKind.KEY_SET) {
      return keyChange.order(mn, Command.Origin.PERSON, account.username());
    }
    Map<String, String> parameters =
        wanted.parameters() == null ? Map.of() : new LinkedHashMap<>(wanted.parameters());
    return journal.order(
        new CommandJournal.Order(
            mn,
            wanted.kind(),
            parameters,
            Command.Origin.PERSON,
            account.username(),
            Boolean.TRUE.equals(wanted.confirmed()),
            null,
            clock.instant().plus(WORTH_SENDING)));
  }

  /** A logger does one thing at a time; a long queue would only act when nobody expects it. */
  private void requireRoom(String mn) {
    long waiting =
        journal.ofLogger(mn, null, PAGE).stream()
            .filter(command -> command.origin() == Command.Origin.PERSON)
            .filter(command -> command.state() == Command.State.WAITING)
            .count();
    if (waiting >= MOST_WAITING) {
      throw new RefusedRequest(
          409,
          "too-many-commands",
          new LocalName(
              "还有 %d 条指令等待发送，请先撤销不再需要的。".formatted(waiting),
              "%d commands wait to be sent. Cancel those no longer needed.".formatted(waiting)));
    }
  }

  private static RefusedRequest wrong(WrongParameter wrong) {
    String field = wrong.field();
    LocalName message =
        wrong.expected().isEmpty()
            ? new LocalName(
                "该指令没有参数 %s。".formatted(field), "The command has no field %s.".formatted(field))
            : new LocalName(
                "%s 应为 %s。".formatted(field, wrong.expected()),
                "%s must be %s.".formatted(field, wrong.expected()));
    return RefusedRequest.invalid(field, message);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(
      @AuthenticationPrincipal Account account, @PathVariable String mn, @PathVariable long id) {
    access.own(account, mn);
    boolean own = journal.find(id).filter(command -> command.mn().equals(mn)).isPresent();
    if (!own) {
      throw RefusedRequest.noAccess();
    }
    if (!journal.cancel(id)) {
      throw new RefusedRequest(
          409,
          "already-sent",
          new LocalName("指令已经发出，不能撤销。", "The command was sent already and cannot be cancelled."));
    }
  }
}
