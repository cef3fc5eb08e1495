package org.tijian.inspection.monitoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Telling a logger what to do (反控), and the journal of what it was told; for the director. */
@RestController
@RequestMapping("/api/loggers/{mn}/commands")
class CommandController {
  private static final int PAGE = 50;

  private final LoggerAccess access;
  private final CommandJournal journal;
  private final CommandDesk desk;
  private final CommandWords words;

  CommandController(
      LoggerAccess access, CommandJournal journal, CommandDesk desk, CommandWords words) {
    this.access = access;
    this.journal = journal;
    this.desk = desk;
    this.words = words;
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
    return words.view(desk.order(account, mn, wanted));
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
