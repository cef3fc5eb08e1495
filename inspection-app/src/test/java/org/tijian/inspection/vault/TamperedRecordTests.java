package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.HeadList;
import org.tijian.inspection.chain.Misfit;
import org.tijian.inspection.chain.Misfit.Kind;
import org.tijian.inspection.chain.RecordCheck;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the owner of the database can do to the record once the triggers are off, and what the check
 * then points at. Every record has eight entries; a head was published after four and after eight.
 */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedRecordTests {
  /** As the owner: all hashes from an entry on, and the end of the chain, computed anew. */
  private static final String RECOMPUTE =
      """
      do $$
      declare
        e sealed.entry;
        before text := repeat('0', 64);
      begin
        for e in select * from sealed.entry where chain = '%s' order by position loop
          e.previous := before;
          e.hash := sealed.entry_hash(e);
          update sealed.entry set previous = e.previous, hash = e.hash
           where chain = e.chain and position = e.position;
          before := e.hash;
        end loop;
        update sealed.chain c set head = before,
               length = (select max(position) from sealed.entry where chain = c.id)
         where id = '%1$s';
      end $$
      """;

  /** In the order of their references. */
  private static final List<String> TABLES = List.of("chain", "entry", "head", "head_chain");

  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;
  @Autowired private AccessRecord record;
  @Autowired private Heads heads;
  @Autowired private TestClock clock;
  @Autowired private JsonMapper json;
  private UUID id;
  private HeadList published;

  @BeforeEach
  void aRecordUnderTwoHeads() {
    id = world.requested();
    for (int head = 0; head < 2; head++) {
      IntStream.range(0, 4).forEach(i -> record.add(id, world.director, Access.What.VISIT_READ));
      clock.advance(Duration.ofHours(1));
      heads.publishWhenDue();
    }
    published = json.readValue(world.get(world.office, "/api/heads").ok().body(), HeadList.class);
    for (String table : TABLES) {
      owner().sql("create table kept_%s as table sealed.%1$s".formatted(table)).update();
    }
    triggers("disable");
  }

  @AfterEach
  void everythingAsItWas() {
    for (int i = TABLES.size() - 1; i >= 0; i--) {
      owner().sql("delete from sealed." + TABLES.get(i)).update();
    }
    for (String table : TABLES) {
      owner().sql("insert into sealed.%s table kept_%1$s".formatted(table)).update();
      owner().sql("drop table kept_" + table).update();
    }
    triggers("enable");
  }

  @Test
  void anUntouchedRecordFits() {
    RecordCheck.Result result = RecordCheck.of(file(), published);

    assertThat(result.misfits()).isEmpty();
    assertThat(result.covered()).isEqualTo(8);
  }

  @Test
  void aChangedNameIsPointedAt() {
    owner("update sealed.entry set by_zh = '别人' where chain = '%s' and position = 3");

    assertThat(first()).isEqualTo(new Misfit(Kind.CHANGED, 3, 3));
  }

  @Test
  void aChangedTimeIsPointedAt() {
    owner(
        "update sealed.entry set at = at - interval '1 microsecond' where chain = '%s' and position = 6");

    assertThat(first()).isEqualTo(new Misfit(Kind.CHANGED, 6, 6));
  }

  @Test
  void aDeletedMiddleIsPointedAt() {
    owner("delete from sealed.entry where chain = '%s' and position in (4, 5)");

    assertThat(first()).isEqualTo(new Misfit(Kind.MISSING, 4, 5));
  }

  @Test
  void aDeletedTailIsPointedAtByTheHead() {
    owner("delete from sealed.entry where chain = '%s' and position > 6");
    owner(RECOMPUTE);

    assertThat(misfits()).containsExactly(new Misfit(Kind.SHORTENED, 7, 8));
  }

  @Test
  void everythingDeletedIsPointedAt() {
    owner("delete from sealed.entry where chain = '%s'");

    assertThat(misfits())
        .containsExactly(new Misfit(Kind.SHORTENED, 1, 4), new Misfit(Kind.SHORTENED, 1, 8));
  }

  @Test
  void swappedEntriesArePointedAt() {
    owner("update sealed.entry set position = 100 where chain = '%s' and position = 2");
    owner("update sealed.entry set position = 2 where chain = '%s' and position = 5");
    owner("update sealed.entry set position = 5 where chain = '%s' and position = 100");

    assertThat(first()).isEqualTo(new Misfit(Kind.CHANGED, 2, 2));
  }

  @Test
  void anInsertedEntryIsPointedAt() {
    owner(
        "update sealed.entry set position = position + 100 where chain = '%s' and position > 5;"
            + " update sealed.entry set position = position - 99 where chain = '%1$s' and position > 100;"
            + " insert into sealed.entry select chain, 6, at, account_id, '编造', 'made up', role, origin, what,"
            + " why, detail, previous, hash from sealed.entry where chain = '%1$s' and position = 5");

    assertThat(first()).isEqualTo(new Misfit(Kind.CHANGED, 6, 6));
  }

  @Test
  void aChainRecomputedAfterAChangeIsPointedAtByThePublishedHead() {
    owner("update sealed.entry set by_zh = '别人' where chain = '%s' and position = 6");
    owner(RECOMPUTE);

    assertThat(misfits()).containsExactly(new Misfit(Kind.REWRITTEN, 5, 8));
  }

  @Test
  void aHeadThatIsMadeToAgreeHasNoSignature() {
    owner("update sealed.entry set by_zh = '别人' where chain = '%s' and position = 6");
    owner(RECOMPUTE);
    owner(
        "update sealed.head_chain h set head = (select hash from sealed.entry e where e.chain = h.chain and"
            + " e.position = h.length) where chain = '%s'");

    assertThat(misfits()).extracting(Misfit::kind).containsOnly(Kind.PROOF);
  }

  /** Whoever has the signing key, too, is found out by those who kept a head. */
  @Test
  void aHeadSignedAnewIsNotThePublishedOne() {
    long last = published.heads().get(published.heads().size() - 1).number();
    owner("delete from sealed.head_chain where number = %d and '%%s' <> ''".formatted(last));
    owner("delete from sealed.head where number = %d and '%%s' <> ''".formatted(last));
    owner("update sealed.entry set by_zh = '别人' where chain = '%s' and position = 6");
    owner(RECOMPUTE);
    heads.publishWhenDue();

    assertThat(RecordCheck.of(file(), null).misfits()).isEmpty();
    assertThat(misfits()).containsExactly(new Misfit(Kind.HEAD_DIFFERS, last, last));
  }

  private List<Misfit> misfits() {
    return RecordCheck.of(file(), published).misfits();
  }

  private Misfit first() {
    return misfits().get(0);
  }

  private AccessFile file() {
    return json.readValue(
        world.get(world.director, path(id, "access")).ok().body(), AccessFile.class);
  }

  private void triggers(String state) {
    for (String table : TABLES) {
      owner("alter table sealed.%s %s trigger user -- %%s".formatted(table, state));
    }
  }

  private void owner(String sql) {
    owner().sql(sql.formatted(id)).update();
  }

  private JdbcClient owner() {
    return database.administrator();
  }
}
