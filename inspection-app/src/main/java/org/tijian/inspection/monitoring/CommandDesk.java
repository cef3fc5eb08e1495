package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.command.KeyChange;
import org.tijian.analytics.command.UnconfirmedCommand;
import org.tijian.analytics.command.WrongParameter;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Takes a director's orders to a logger; says in a sentence why one cannot be taken. */
@Component
class CommandDesk {
  private static final int RECENT = 50;
  private static final int MOST_WAITING = 20;

  /** Who gives an order today does not want it carried out next week. */
  private static final Duration WORTH_SENDING = Duration.ofHours(24);

  /** A confirmation holds for the instrument as the person knows it now. */
  private static final Duration CONFIRMATION_HOLDS = Duration.ofMinutes(10);

  private final CommandJournal journal;
  private final LoggerSettings settings;
  private final KeyChange keyChange;
  private final Clock clock;

  CommandDesk(CommandJournal journal, LoggerSettings settings, Clock clock) {
    this.journal = journal;
    this.settings = settings;
    this.keyChange = new KeyChange(journal, settings, clock);
    this.clock = clock;
  }

  Command order(Account account, String mn, CommandController.Wanted wanted) {
    requireRoom(mn);
    try {
      return ordered(account, mn, wanted);
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

  private Command ordered(Account account, String mn, CommandController.Wanted wanted) {
    if (wanted.kind() == CommandKind.KEY_SET) {
      requireCipher(mn);
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
            clock.instant().plus(worthSending(wanted.kind()))));
  }

  private static Duration worthSending(CommandKind kind) {
    return kind.effect() == CommandKind.Effect.INSTRUMENT ? CONFIRMATION_HOLDS : WORTH_SENDING;
  }

  /** Without a cipher the key would travel in clear, to a logger that has no use for it. */
  private void requireCipher(String mn) {
    Dialect dialect = settings.dialect(mn);
    boolean enciphers =
        dialect.edition() == Dialect.Edition.E2025 && dialect.cipher() != Dialect.Cipher.NONE;
    if (!enciphers || settings.keys(mn).isEmpty()) {
      throw RefusedRequest.invalid(
          "kind",
          new LocalName(
              "更换密钥只适用于已启用加密并登记了初始密钥的 HJ 212-2025 数采仪。",
              "Keys are changed only on HJ 212-2025 loggers that encipher and whose first key is"
                  + " registered."));
    }
  }

  /** A logger does one thing at a time; a long queue would only act when nobody expects it. */
  private void requireRoom(String mn) {
    long waiting =
        journal.ofLogger(mn, null, RECENT).stream()
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
}
