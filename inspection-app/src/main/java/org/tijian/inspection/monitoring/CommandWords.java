package org.tijian.inspection.monitoring;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.reading.Hj212Term;
import org.tijian.analytics.reading.Hj212Terms;
import org.tijian.analytics.reading.Hj212Terms.Table;
import org.tijian.analytics.site.LocalName;

/** Commands and answers in the words of the standard's tables. */
@Component
class CommandWords {
  private final Hj212Terms terms = Hj212Terms.builtIn();

  CommandView view(Command command) {
    int number = command.kind().command();
    return new CommandView(
        command.id(),
        command.mn(),
        command.kind(),
        named(Table.COMMANDS, number),
        number,
        command.parameters(),
        command.origin(),
        command.orderedBy(),
        command.orderedAt(),
        command.state(),
        command.attempts(),
        command.sentAt(),
        command.qnRtn(),
        meaning(Table.REQUEST_ANSWERS, command.qnRtn()),
        command.exeRtn(),
        meaning(Table.RESULTS, command.exeRtn()),
        command.frames(),
        command.reply(),
        command.endedAt());
  }

  private @Nullable LocalName meaning(Table table, @Nullable Integer code) {
    return code == null ? null : named(table, code);
  }

  /** Loggers answer numbers that no table lists: these stand for themselves. */
  private LocalName named(Table table, int code) {
    String text = Integer.toString(code);
    Hj212Term term = terms.of(table, text);
    return term == null ? new LocalName(text, text) : term.name();
  }
}
