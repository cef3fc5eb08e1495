package org.tijian.analytics.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;

/**
 * Folds one outlet's day in one transaction: its rows are packed, unpacked again and compared, and
 * only then deleted. Whoever dies on the way leaves the rows.
 */
final class SampleFold {
  private static final Logger LOG = LoggerFactory.getLogger(SampleFold.class);

  /** The lock that late readings of the day are stored under; see {@code sample_late}. */
  private static final String LOCK =
      """
      select pg_try_advisory_xact_lock(hashtext('tijian.sample_day'),
                                       sample_stripe(:outlet, :kind, :day))
      """;

  private static final String FOLDED =
      """
      select exists (select from sample_day
                      where outlet_id = :outlet and kind = :kind and day = :day)
      """;

  private static final String OPEN_DAYS =
      """
      select distinct outlet_id, kind, beijing_day(measured_at) as day
        from sample
       where measured_at < (select beijing_midnight(day) from sample_horizon)
       order by day, outlet_id, kind
      """;

  private final MonitoringDatabase database;
  private final StoredLayouts layouts;
  private final RowTable rows;
  private final FoldedTables folded;

  SampleFold(MonitoringDatabase database) {
    this.database = database;
    this.layouts = new StoredLayouts(database);
    this.rows = new RowTable(database);
    this.folded = new FoldedTables(database);
  }

  /** Days before the horizon of which there are rows, oldest first. */
  List<OutletDay> open() {
    return database
        .jdbc()
        .sql(OPEN_DAYS)
        .query(
            (row, n) ->
                new OutletDay(
                    row.getLong("outlet_id"),
                    row.getInt("kind"),
                    row.getObject("day", LocalDate.class)))
        .list();
  }

  /**
   * @return rows folded; 0 if somebody else is at it or there is nothing to fold
   */
  int fold(OutletDay day) {
    Integer done = database.transaction().execute(status -> fold(day, status));
    return done == null ? 0 : done;
  }

  private int fold(OutletDay day, TransactionStatus status) {
    if (!says(LOCK, day) || says(FOLDED, day)) {
      return 0;
    }
    List<StoredRow> found = rows.read(day);
    if (found.isEmpty()) {
      return 0;
    }
    Map<Integer, List<String>> known =
        layouts.factors(found.stream().map(StoredRow::layoutId).distinct().toList());
    if (!fit(found, known)) {
      LOG.warn("{} stays as it is: its rows do not fit their lists of factors", day);
      return 0;
    }
    DayPacker packer = new DayPacker(day, known);
    FoldedDay packed = packer.pack(found);
    requireSame(found, packer.unpackWithoutHashes(packed), packed);
    folded.add(packed);
    int deleted = rows.delete(day);
    if (deleted != found.size()) {
      status.setRollbackOnly();
      LOG.warn("{} had {} rows when read and {} when deleted", day, found.size(), deleted);
      return 0;
    }
    return deleted;
  }

  private boolean says(String question, OutletDay day) {
    return database
        .jdbc()
        .sql(question)
        .param("outlet", day.outletId())
        .param("kind", day.kind())
        .param("day", day.day())
        .query(Boolean.class)
        .single();
  }

  private static boolean fit(List<StoredRow> rows, Map<Integer, List<String>> layouts) {
    return rows.stream()
        .allMatch(
            row -> {
              List<String> layout = layouts.get(row.layoutId());
              return layout != null
                  && layout.size() == row.factors().value().length
                  && layout.size() == row.factors().minimum().length
                  && layout.size() == row.factors().maximum().length
                  && layout.size() == row.factors().amount().length
                  && layout.size() == row.factors().converted().length
                  && layout.size() == row.factors().mark().length;
            });
  }

  private static void requireSame(
      List<StoredRow> rows, List<StoredRow> unpacked, FoldedDay packed) {
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isSameAs(unpacked.get(i), packed.hashes() != null)) {
        throw new IllegalStateException(
            "row %d of %s does not come back as it went".formatted(i, packed.day()));
      }
    }
  }
}
