package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts that {@link JdbcFrameStore} keeps. */
final class JdbcFrameLedger implements FrameLedger {
  private static final String DAYS =
      """
      select day, stored, noted, duplicate, refused
        from frame_account
       where mn = :mn and day >= :from and day < :until
       order by day desc
      """;

  private static final String QUARANTINE =
      """
      select id, received_at, refusal_code, refusal_declared, refusal_found, refusal_offset, bytes,
             copies
        from frame
       where mn = :mn and verdict = 'refused' and id < :before
         and (:code::text is null or refusal_code = :code)
       order by id desc
       limit :limit
      """;

  private static final String FRAME = "select bytes from frame where mn = :mn and id = :id";

  private static final String LAST_CONTACT =
      "select max(last_received_at) from frame_account where mn = :mn";

  private static final String TRAFFIC =
      """
      select mn, stored + noted + duplicate + refused as received, refused, defective,
             last_received_at
        from frame_account
       where mn = any(:mns::text[]) and day = :day
      """;

  private final MonitoringDatabase database;
  private final HealthQueries health;
  private final ReconciliationQuery reconciliation;
  private final FoldedFrames folded;

  JdbcFrameLedger(MonitoringDatabase database) {
    this.database = database;
    this.health = new HealthQueries(database);
    this.reconciliation = new ReconciliationQuery(database);
    this.folded = new FoldedFrames(database);
  }

  @Override
  public Optional<byte[]> frame(String mn, long id) {
    return database
        .jdbc()
        .sql(FRAME)
        .param("mn", mn)
        .param("id", id)
        .query((row, n) -> row.getBytes("bytes"))
        .optional()
        // Looked for afterwards: a frame may be folded at this very moment.
        .or(() -> folded.bytes(mn, id));
  }

  @Override
  public List<LoggerDay> health(String mn, LocalDate from, LocalDate until) {
    return health.days(mn, from, until);
  }

  @Override
  public List<DefectCount> defects(String mn, LocalDate from, LocalDate until) {
    return health.defects(mn, from, until);
  }

  @Override
  public Reconciliation reconcile(String mn) {
    return reconciliation.of(mn);
  }

  @Override
  public Map<String, Traffic> traffic(Collection<String> mns, LocalDate day) {
    Map<String, Traffic> traffic = new HashMap<>();
    database
        .jdbc()
        .sql(TRAFFIC)
        .param("mns", mns.toArray(String[]::new))
        .param("day", day)
        .query(
            row -> {
              traffic.put(row.getString("mn"), traffic(row));
            });
    return traffic;
  }

  private static Traffic traffic(ResultSet row) throws SQLException {
    return new Traffic(
        row.getLong("received"),
        row.getLong("refused"),
        row.getLong("defective"),
        row.getObject("last_received_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public List<Day> days(String mn, LocalDate from, LocalDate until) {
    return database
        .jdbc()
        .sql(DAYS)
        .param("mn", mn)
        .param("from", from)
        .param("until", until)
        .query((row, n) -> day(row))
        .list();
  }

  static Day day(ResultSet row) throws SQLException {
    long stored = row.getLong("stored");
    long noted = row.getLong("noted");
    long duplicate = row.getLong("duplicate");
    long refused = row.getLong("refused");
    return new Day(
        row.getObject("day", LocalDate.class),
        stored + noted + duplicate + refused,
        stored,
        noted,
        duplicate,
        refused);
  }

  @Override
  public List<Quarantined> quarantine(
      String mn, @Nullable Long before, @Nullable String code, int atMost) {
    return database
        .jdbc()
        .sql(QUARANTINE)
        .param("mn", mn)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("code", code)
        .param("limit", atMost)
        .query((row, n) -> quarantined(row))
        .list();
  }

  private static Quarantined quarantined(ResultSet row) throws SQLException {
    return new Quarantined(
        row.getLong("id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        new FrameVerdict.Refused(
            row.getString("refusal_code"),
            row.getString("refusal_declared"),
            row.getString("refusal_found"),
            row.getInt("refusal_offset")),
        row.getBytes("bytes"),
        row.getInt("copies"));
  }

  @Override
  public Optional<Instant> lastContact(String mn) {
    return database
        .jdbc()
        .sql(LAST_CONTACT)
        .param("mn", mn)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }
}
