package org.tijian.analytics.reading;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes the verdicts of kept frames, which are locked already. */
final class VerdictTable {
  private static final String CHANGE =
      """
      update frame
         set verdict = batch.verdict, command = batch.command, refusal_code = batch.code,
             refusal_declared = batch.declared, refusal_found = batch.found,
             refusal_offset = batch.at
        from unnest(:id::bigint[], :verdict::text[], :command::text[], :code::text[],
                    :declared::text[], :found::text[], :at::bigint[])
          as batch (id, verdict, command, code, declared, found, at)
       where frame.id = batch.id
      """;

  private final MonitoringDatabase database;

  VerdictTable(MonitoringDatabase database) {
    this.database = database;
  }

  void change(List<Reread> frames) {
    if (frames.isEmpty()) {
      return;
    }
    Columns<Reread> columns = new Columns<>(frames);
    columns
        .number("id", r -> r.kept().id())
        .text("verdict", r -> r.verdict().word())
        .text("command", Reread::command)
        .text("code", r -> refusal(r, FrameVerdict.Refused::code))
        .text("declared", r -> refusal(r, FrameVerdict.Refused::declared))
        .text("found", r -> refusal(r, FrameVerdict.Refused::found))
        .number("at", r -> refusal(r, refused -> (long) refused.offset()));
    database.jdbc().sql(CHANGE).params(columns.arrays()).update();
  }

  private static <T> @Nullable T refusal(
      Reread reread, Function<FrameVerdict.Refused, @Nullable T> part) {
    return reread.verdict() instanceof FrameVerdict.Refused refused ? part.apply(refused) : null;
  }
}
