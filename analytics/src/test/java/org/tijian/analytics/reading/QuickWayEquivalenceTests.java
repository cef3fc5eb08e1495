package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.framepack.FrameBlock;
import org.tijian.analytics.framepack.KeptFrame;
import org.tijian.analytics.testing.TestPostgres;

/** Whichever way batches go, afterwards the same is there, and the same was answered. */
class QuickWayEquivalenceTests {
  private static final Instant START = Instant.parse("2026-11-01T14:00:00Z");
  private static final int BATCHES = 150;

  /** All that is kept; frames by their place in order of arrival, since numbers may have gaps. */
  private record Kept(
      List<String> frames, List<String> readings, List<String> accounts, List<String> reasons) {

    static Kept in(MonitoringDatabase database) {
      List<KeptFrame> folded =
          database.jdbc().sql("select packed from frame_block").query(byte[].class).list().stream()
              .flatMap(block -> FrameBlock.unpack(block).stream())
              .toList();
      List<Long> ids = new ArrayList<>(folded.stream().map(KeptFrame::id).toList());
      ids.addAll(database.jdbc().sql("select id from frame").query(Long.class).list());
      Map<Long, Integer> places = new HashMap<>();
      ids.stream().sorted().forEach(id -> places.put(id, places.size()));
      List<String> frames =
          withPlaces("select id, to_jsonb(f) - 'id' from frame f", places, database);
      folded.forEach(frame -> frames.add(text(frame, places)));
      frames.sort(null);
      return new Kept(
          frames,
          withPlaces(
              "select frame_id, to_jsonb(v) - 'frame_id' from reading_version v", places, database),
          texts("select a::text from frame_account a", database),
          withPlaces(
              """
              select sample_frame_id, to_jsonb(d) - 'sample_frame_id' from frame_defect_day d
              union all
              select null, to_jsonb(r) from frame_refusal_day r
              union all
              select null, to_jsonb(n)
                from (select mn, kind, max(data_time) from (
                        select mn, kind, data_time from logger_newest
                        union all
                        select n.mn, n.kind, n.data_time
                          from account_journal j cross join lateral journal_newest(j) n) as every
                       group by mn, kind) as n
              """,
              places,
              database));
    }

    private static List<String> withPlaces(
        String sql, Map<Long, Integer> places, MonitoringDatabase database) {
      return new ArrayList<>(
          database
              .jdbc()
              .sql(sql)
              .query((row, n) -> places.get(row.getObject(1, Long.class)) + " " + row.getString(2))
              .list()
              .stream()
              .sorted()
              .toList());
    }

    private static List<String> texts(String sql, MonitoringDatabase database) {
      return database.jdbc().sql(sql).query(String.class).list().stream().sorted().toList();
    }

    private static String text(KeptFrame f, Map<Long, Integer> places) {
      return String.join(
          " ",
          "folded " + places.get(f.id()),
          f.receivedMicros() + " " + f.lastReceivedMicros() + " " + f.copies(),
          f.transport() + " " + f.command() + " " + f.verdict(),
          new String(f.bytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSameIsKeptAndAnswered(long seed) {
    try (MonitoringDatabase quick = MonitoringDatabase.open(TestPostgres.freshDatabase(), "", "");
        MonitoringDatabase careful =
            MonitoringDatabase.open(TestPostgres.freshDatabase(), "", "")) {
      QuickWays.watch(quick);
      QuickWays.watch(careful);
      QuickWays.block(careful);
      FrameStore one = FrameStore.on(quick);
      FrameStore other = FrameStore.on(careful);
      RandomTraffic traffic = new RandomTraffic(seed, START);

      for (int i = 0; i < BATCHES; i++) {
        List<ArrivedFrame> batch = traffic.batch();
        assertThat(one.append(batch)).isEqualTo(other.append(batch));
        if (i % 10 == 9) {
          upkeep(quick, traffic.now());
          upkeep(careful, traffic.now());
        }
      }

      assertThat(Kept.in(quick)).isEqualTo(Kept.in(careful));
      assertThat(QuickWays.taken(careful)).hasSize(BATCHES).containsOnly(false);
      List<Boolean> ways = QuickWays.taken(quick);
      assertThat(ways).hasSize(BATCHES);
      assertThat(ways.stream().filter(each -> each).count()).isBetween(30L, 100L);
      assertThat(rows(quick, "sample_day") * rows(quick, "frame_block")).isPositive();
    }
  }

  private static long rows(MonitoringDatabase database, String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static void upkeep(MonitoringDatabase database, Instant now) {
    SampleUpkeep.on(database, Duration.ZERO, null).run(now);
    FrameUpkeep.on(database, Duration.ZERO, null).run(now);
    AccountJournal.on(database).fold();
  }
}
