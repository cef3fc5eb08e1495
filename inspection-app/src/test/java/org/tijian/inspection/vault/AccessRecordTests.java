package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.chain.RecordCheck;
import org.tijian.inspection.chain.Sha256;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Policy;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.CheckupWorld.Answer;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CheckupServer
class AccessRecordTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;
  @Autowired private AccessRecord record;
  @Autowired private PolicyRecord policyRecord;
  @Autowired private Policy policy;
  @Autowired private Heads heads;
  @Autowired private HeadStore headStore;
  @Autowired private TestClock clock;
  @Autowired private JsonMapper json;

  @Test
  void tellsTheWholeJourneyInOrder() {
    Duration ahead = untilADownloadMakesAHead();
    clock.advance(ahead);
    try {
      journeyInOrder();
    } finally {
      clock.advance(ahead.negated());
    }
  }

  /** Other tests may have had one made less than a minute ago. */
  private Duration untilADownloadMakesAHead() {
    Instant due =
        headStore
            .newest()
            .map(head -> Instant.parse(head.at()).plusSeconds(60))
            .orElse(Instant.MIN);
    return due.isAfter(clock.instant()) ? Duration.between(clock.instant(), due) : Duration.ZERO;
  }

  private void journeyInOrder() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    world.get(expert, path(id, "visit")).ok();
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice("标题", "内容")).ok();
    world.get(world.office, path(id, "visit"));
    world.step(id, expert, "close-meeting", "{}");
    world.get(world.director, path(id, "report")).ok();
    world.get(world.director, path(id, "access/file")).ok();

    AccessFile file = file(id);

    assertThat(file.entries())
        .extracting(e -> "%d %s %s %s".formatted(e.position(), e.role(), e.what(), e.why()))
        .containsExactly(
            "1 expert pledge-signed assigned-visit",
            "2 expert visit-read assigned-visit",
            "3 expert advice-written assigned-visit",
            "4 office refused not-allowed",
            "5 expert report-written assigned-visit",
            "6 director report-read own-file",
            "7 director exported own-file");
    assertThat(file.entries()).allMatch(e -> e.origin().equals("this-machine"));
    assertThat(file.entries()).allMatch(e -> e.at().equals(Entry.time(clock.instant())));
    assertThat(RecordCheck.of(file, null).misfits()).isEmpty();
    assertThat(RecordCheck.of(file, null).covered()).isGreaterThan(0);
  }

  @Test
  void anIdThatDoesNotExistIsRecordedApartAndAnsweredAlike() {
    UUID nowhere = UUID.randomUUID();

    Answer answer = world.get(world.foreignDirector, path(nowhere, "report"));

    assertThat(answer.body())
        .isEqualTo(world.get(world.foreignDirector, path(world.requested(), "report")).body());
    assertThat(record.of(Access.PLATFORM))
        .anyMatch(
            entry ->
                entry.what().equals("refused")
                    && entry.detail().equals(Sha256.visit(nowhere))
                    && entry.account().equals(world.foreignDirector.id().toString()));
  }

  /** Also where nothing of what was said lies behind the door: that somebody tried is known. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          method, rest,          body
          GET,    '',            ''
          GET,    pauses,        ''
          POST,   withdraw,      {}
          POST,   accept,        {}
          POST,   start,         {}
          POST,   close-meeting, {}
          POST,   receive,       {}
          POST,   pause,         {"kind": "imminent-danger"}
          POST,   pause/acted,   {}
          POST,   pause/heard,   {}
          """)
  void whoeverIsRefusedAnyRouteIsRecorded(String method, String rest, String body) {
    UUID id = world.requested();
    UUID nowhere = UUID.randomUUID();

    Answer refused = asked(world.otherExpert, method, path(id, rest), body);
    Answer unknown = asked(world.otherExpert, method, path(nowhere, rest), body);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(unknown.body()).isEqualTo(refused.body());
    assertThat(record.of(id))
        .extracting(e -> "%s %s %s".formatted(e.role(), e.what(), e.why()))
        .containsExactly("other-expert refused not-allowed");
    assertThat(record.of(Access.PLATFORM))
        .filteredOn(entry -> entry.detail().equals(Sha256.visit(nowhere)))
        .extracting(Entry::what, Entry::account)
        .containsExactly(tuple("refused", world.otherExpert.id().toString()));
  }

  @Test
  void aStepThatComesTooLateIsNoRefusal() {
    UUID id = world.accepted();

    assertThat(world.post(world.office, path(id, "accept"), "{}").status()).isEqualTo(409);

    assertThat(record.of(id)).isEmpty();
  }

  private Answer asked(Account account, String method, String path, String body) {
    return method.equals("GET") ? world.get(account, path) : world.post(account, path, body);
  }

  @Test
  void otherRulesAreRecordedOnce() {
    policyRecord.recordChange();

    assertThat(record.of(Access.PLATFORM))
        .filteredOn(entry -> entry.what().equals("policy-changed"))
        .extracting(Entry::detail)
        .containsExactly(policy.version());
  }

  @Test
  void whatIsPublishedOfAYearIsCountedInTheRecord() {
    JsonNode before = thisYear();
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    world.get(expert, path(id, "visit")).ok();
    world.get(world.office, path(id, "visit"));
    world.step(id, expert, "close-meeting", "{}");

    JsonNode after = thisYear();

    for (String counted : List.of("reports", "readings", "refused")) {
      assertThat(after.path(counted).asLong() - before.path(counted).asLong())
          .as(counted)
          .isEqualTo(1);
    }
    record.add(id, world.office, Access.What.REPORT_READ);
    assertThat(thisYear().path("breaches").asLong() - after.path("breaches").asLong()).isEqualTo(1);
  }

  private JsonNode thisYear() {
    record.add(world.requested(), world.director, Access.What.DISSENT_WRITTEN);
    int year = BeijingTime.dateOf(clock.instant()).getYear();
    return world
        .get(world.office, "/api/numbers")
        .ok()
        .tree()
        .valueStream()
        .filter(numbers -> numbers.path("year").asInt() == year)
        .findFirst()
        .orElseThrow();
  }

  /** CVE-2022-31861 was a name that an audit page took for markup. */
  @Test
  void aNameIsDataWhateverStandsInIt() {
    String name = "<script>alert(1)</script>\nrole 6:office";
    Account odd =
        new Account(
            UUID.randomUUID(),
            "odd",
            new LocalName(name, name),
            Role.DIRECTOR,
            world.director.siteId());
    UUID id = world.requested();

    record.add(id, odd, Access.What.VISIT_READ);

    Answer answer = world.get(world.director, path(id, "access")).ok();
    assertThat(answer.tree().path("entries").path(0).path("by").path("en").asString())
        .isEqualTo(name);
    assertThat(RecordCheck.of(file(id), null).misfits()).isEmpty();
  }

  @Test
  void manyReadersAtOnceMakeOneUnbrokenChain() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);

    IntStream.range(0, 50)
        .parallel()
        .forEach(i -> world.get(i % 2 == 0 ? expert : world.director, path(id, "visit")).ok());

    AccessFile file = file(id);
    assertThat(file.entries()).as("with the pledge").hasSize(51);
    assertThat(RecordCheck.of(file, null).misfits()).isEmpty();
  }

  /** What a killed process leaves behind is a transaction that never commits. */
  @Test
  void anEntryThatIsNotCommittedLeavesNoGap() {
    UUID id = world.requested();
    record.add(id, world.director, Access.What.VISIT_READ);

    vault
        .transaction()
        .executeWithoutResult(
            status -> {
              record.add(id, world.director, Access.What.REPORT_READ);
              status.setRollbackOnly();
            });
    record.add(id, world.director, Access.What.VISIT_READ);

    assertThat(record.of(id)).extracting(Entry::position).containsExactly(1L, 2L);
    assertThat(RecordCheck.of(file(id), null).misfits()).isEmpty();
  }

  /**
   * A row of a head refers to the chain and locks it as a reference does. If that waited for an act
   * that is being recorded, a head over many chains and an act on several would wait for each
   * other.
   */
  @Test
  void aHeadMayReferToAChainThatIsBeingWrittenTo() {
    UUID id = world.requested();
    record.add(id, world.director, Access.What.VISIT_READ);

    vault
        .transaction()
        .executeWithoutResult(
            status -> {
              record.add(id, world.director, Access.What.REPORT_READ);
              assertThat(
                      owner()
                          .sql(
                              "select length from sealed.chain where id = :id for key share nowait")
                          .param("id", id)
                          .query(Long.class)
                          .single())
                  .isOne();
            });

    assertThat(record.of(id)).extracting(Entry::position).containsExactly(1L, 2L);
  }

  @Test
  void whatCannotBeRecordedIsNotRead() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice("标题", "不该出去的话")).ok();
    JdbcClient owner = owner();
    owner
        .sql(
            "alter table sealed.entry add constraint closed check (what <> 'visit-read') not valid")
        .update();

    Answer answer;
    try {
      answer = world.get(expert, path(id, "visit"));
    } finally {
      owner.sql("alter table sealed.entry drop constraint closed").update();
    }

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("不该出去的话");
  }

  @ParameterizedTest
  @CsvSource({
    "insert into sealed.entry select * from sealed.entry limit 1",
    "update sealed.entry set by_zh = ''",
    "delete from sealed.entry",
    "truncate sealed.entry",
    "alter table sealed.entry disable trigger user",
    "update sealed.chain set length = 0",
    "delete from sealed.chain",
    "update sealed.head set root = hash",
    "delete from sealed.head_chain",
    "truncate sealed.head_key cascade",
  })
  void theApplicationCannotWriteTheRecordButThroughItsFunction(String sql) {
    record.add(world.requested(), world.director, Access.What.VISIT_READ);
    heads.publishWhenDue();

    assertThatThrownBy(() -> vault.jdbc().sql(sql).update()).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, this-machine",
    "::1, this-machine",
    "10.20.30.40, private-network",
    "192.168.1.9, private-network",
    "172.16.0.1, private-network",
    "fd00::1, private-network",
    "8.8.8.8, internet",
    "2001:db8::1, internet",
  })
  void keepsOnlyTheKindOfAddress(String address, String word) {
    assertThat(Origin.of(address).word()).isEqualTo(word);
  }

  private AccessFile file(UUID id) {
    return json.readValue(
        world.get(world.director, path(id, "access")).ok().body(), AccessFile.class);
  }

  private JdbcClient owner() {
    return database.administrator();
  }
}
