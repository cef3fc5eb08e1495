package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Policy;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;

/** Who can open a visit and who cannot, with plain SQL and through the pages. */
@CheckupServer
class SealingTests {
  private static final String SAID = "探头温度标识-0815";

  /** Of 32 bytes of zero: the proof that these tests show. */
  private static final String SHA256_OF_ZEROS =
      "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925";

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;
  @Autowired private VisitKeyDestruction destruction;
  @Autowired private KeyShares shares;
  @Autowired private Policy policy;
  @Autowired private TestClock clock;

  @Value("${tijian.vault.shares}")
  private Path shareDirectory;

  // ---- plain SQL as the application's role

  @Test
  void withoutAVisitsKeyThereIsNoRow() {
    visited(world.newExpert());

    for (String table : List.of("statement", "report", "file", "file_part")) {
      assertThat(count("select count(*) from sealed." + table)).isZero();
    }
    assertThat(
            database
                .administrator()
                .sql("select count(*) from sealed.statement")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void theKeyOfOneVisitShowsThatVisitAloneAndOnlyInItsTransaction() {
    UUID one = visited(world.newExpert());
    UUID other = visited(world.newExpert());
    byte[] proof = new byte[32];
    byte[] kept = proofHash(one);
    setProofHash(one, HexFormat.of().parseHex(SHA256_OF_ZEROS));

    List<UUID> seen =
        vault
            .transaction()
            .execute(
                tx -> {
                  bind(one, proof);
                  return vault
                      .jdbc()
                      .sql("select distinct checkup_id from sealed.statement")
                      .query(UUID.class)
                      .list();
                });

    setProofHash(one, kept);
    assertThat(seen).containsExactly(one).doesNotContain(other);
    assertThat(count("select count(*) from sealed.statement")).isZero();
  }

  @Test
  void anotherVisitsProofIsRefused() {
    UUID one = visited(world.newExpert());

    assertThatThrownBy(() -> bind(one, new byte[32]))
        .rootCause()
        .hasMessageContaining("not the key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into sealed.binding values (pg_backend_pid(), pg_current_xact_id(), :id)",
        "update sealed.visit_key set proof_sha256 = sha256('') where checkup_id = :id",
        "insert into sealed.key_grant values (:id, :id, '', now(), null)",
        "select wrapped from sealed.key_grant where checkup_id = :id",
        "alter table sealed.statement disable row level security",
        "alter table sealed.statement no force row level security",
        "drop policy bound_visit_only on sealed.statement",
        "create policy all_of_it on sealed.statement using (true)",
        "set session authorization postgres",
        "set role postgres",
        "select sealed.grant_key(:id, '', now())",
        "delete from sealed.statement where checkup_id = :id",
      })
  void theApplicationsRoleCannotLiftTheLock(String sql) {
    UUID id = visited(world.newExpert());

    assertThatThrownBy(
            () -> {
              if (sql.contains(":id")) {
                vault.jdbc().sql(sql).param("id", id).query().listOfRows();
              } else {
                vault.jdbc().sql(sql).update();
              }
            })
        .satisfies(
            e -> assertThat(rootMessage(e)).matches("(?s).*(denied|owner|not bound|no visit).*"));
    assertThat(count("select count(*) from sealed.statement")).isZero();
  }

  /** With row security off the server refuses the query instead of showing more rows. */
  @Test
  void noSettingOfTheSessionShowsMore() {
    visited(world.newExpert());

    assertThatThrownBy(
            () ->
                vault
                    .transaction()
                    .executeWithoutResult(
                        tx -> {
                          vault.jdbc().sql("set local row_security = off").update();
                          count("select count(*) from sealed.statement");
                        }))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  /** An administrator of the server sees rows, and ciphertext in them. */
  @Test
  void theAdministratorReadsCiphertext() {
    UUID id = visited(world.newExpert());

    byte[] sealed =
        database
            .administrator()
            .sql("select sealed from sealed.statement where checkup_id = :id limit 1")
            .param("id", id)
            .query((row, index) -> row.getBytes(1))
            .single();

    String hex = HexFormat.of().formatHex(sealed);
    assertThat(hex)
        .doesNotContain(
            HexFormat.of().formatHex(SAID.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(
            database
                .administrator()
                .sql("select count(*) from sealed.statement where unsealed is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  // ---- texts do not move

  @Test
  void aTextMovedToAnotherRowDoesNotOpen() throws GeneralSecurityException {
    VisitKey key =
        new VisitKey(UUID.randomUUID(), UUID.randomUUID(), new byte[32], new byte[32], true);
    UUID row = UUID.randomUUID();
    byte[] sealed = key.seal("answer", row, SAID);

    assertThat(key.open("answer", row, sealed)).isEqualTo(SAID);
    assertThatThrownBy(() -> key.open("answer", UUID.randomUUID(), sealed))
        .hasMessageContaining("changed");
    assertThatThrownBy(() -> key.open("advice", row, sealed)).hasMessageContaining("changed");
  }

  @Test
  void theShareIsPartOfTheKey() {
    UUID visit = UUID.randomUUID();
    UUID keyId = UUID.randomUUID();
    byte[] otherShare = new byte[32];
    otherShare[0] = 1;
    VisitKey key = new VisitKey(visit, keyId, new byte[32], new byte[32], true);
    VisitKey without = new VisitKey(visit, keyId, new byte[32], otherShare, true);

    byte[] sealed = key.seal("answer", visit, SAID);

    assertThat(without.proof()).isNotEqualTo(key.proof());
    assertThatThrownBy(() -> without.open("answer", visit, sealed)).hasMessageContaining("changed");
  }

  // ---- persons

  @Test
  void aSecondDirectorWhoWasThereWhenItWasScheduledReads() {
    Account second = world.account("second-director", Role.DIRECTOR, world.outlet.siteId());
    UUID id = visited(world.newExpert());

    assertThat(world.get(second, path(id, "visit")).ok().body()).contains(SAID);
  }

  @Test
  void whoHasNoKeyPairYetWaitsAndGetsTheKeyFromTheNextSessionThatHoldsIt() {
    Account late = world.account("late-director", Role.DIRECTOR, world.outlet.siteId());
    forgetKeyPair(late);
    Account expert = world.newExpert();
    UUID id = visited(expert);

    CheckupWorld.Answer waiting = world.get(late, path(id, "visit"));
    assertThat(waiting.status()).isEqualTo(409);
    assertThat(waiting.code()).isEqualTo("key-waiting");
    assertThat(waiting.body()).doesNotContain(SAID);

    world.get(expert, path(id, "visit")).ok();
    assertThat(world.get(late, path(id, "visit")).ok().body()).contains(SAID);
  }

  @Test
  void anExpertWithoutKeyPairIsNotLockedOutOfAVisitThatHasSealedNothing() {
    Account expert = world.newExpert();
    forgetKeyPair(expert);
    UUID id = world.inProgress(expert);

    answer(expert, id).ok();

    assertThat(world.get(world.director, path(id, "visit")).ok().body()).contains(SAID);
  }

  @Test
  void theExpertsKeyEndsByItself() {
    Account expert = world.newExpert();
    UUID id = visited(expert);
    world.step(id, expert, "close-meeting", "{}");
    Duration time = Duration.ofDays(policy.expertAccessDays());

    try {
      clock.advance(time.minusSeconds(1));
      assertThat(world.get(expert, path(id, "report")).status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(1));
      assertThat(world.get(expert, path(id, "report")).code()).isEqualTo("no-key");
      destruction.finish();
    } finally {
      clock.advance(time.negated());
    }

    assertThat(world.get(expert, path(id, "report")).code()).isEqualTo("no-key");
    assertThat(world.get(world.director, path(id, "report")).status()).isEqualTo(200);
  }

  /** A session that was stored before the upgrade, or that lost its ring, gets a clear sentence. */
  @Test
  void aSessionWithoutRingIsToldToSignInAgain() {
    UUID id = visited(world.newExpert());
    var session = world.signIn(world.director.username(), CheckupWorld.PASSWORD);
    session.removeAttribute("org.tijian.inspection.key.KeyRing");

    CheckupWorld.Answer answer =
        world.send(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                path(id, "visit")),
            session);

    assertThat(answer.code()).isEqualTo("sign-in-again");
  }

  // ---- destruction

  @Test
  void withdrawalDestroysTheShareSoThatABackupOpensNothing() {
    Account expert = world.newExpert();
    UUID id = visited(expert);
    UUID keyId = keyId(id);
    assertThat(shareDirectory.resolve(keyId.toString())).exists();
    String backup = backUp();

    world.step(id, world.director, "withdraw", "{}");

    assertThat(shareDirectory.resolve(keyId.toString())).doesNotExist();
    restore(backup, id);
    assertThat(
            database
                .administrator()
                .sql("select count(*) from sealed.statement where checkup_id = :id")
                .param("id", id)
                .query(Long.class)
                .single())
        .isPositive();
    world.signOut(world.director);
    CheckupWorld.Answer read = world.get(world.director, path(id, "visit"));
    assertThat(read.code()).isEqualTo("share-missing");
    assertThat(read.body()).doesNotContain(SAID);
  }

  @Test
  void aShareThatComesBackWithARestoredDirectoryIsRemovedAgain() {
    UUID id = visited(world.newExpert());
    UUID keyId = keyId(id);
    byte[] share = shares.find(keyId).orElseThrow();
    world.step(id, world.director, "withdraw", "{}");
    shares.keep(keyId, share);

    destruction.finish();

    assertThat(shares.find(keyId)).isEmpty();
  }

  @Test
  void sharesAreReadByTheirOwnerOnly() throws Exception {
    UUID keyId = keyId(visited(world.newExpert()));

    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                java.nio.file.Files.getPosixFilePermissions(
                    shareDirectory.resolve(keyId.toString()))))
        .isEqualTo("rw-------");
  }

  // ---- from before

  @Test
  void whatWasStoredBeforeThereWereKeysIsSealedAtTheNextSignIn() {
    Account expert = world.newExpert();
    UUID id = visited(expert);
    asBefore(id);
    world.signOut(world.director);

    assertThat(world.get(world.director, path(id, "visit")).ok().body()).contains("von früher");
    assertThat(
            database
                .administrator()
                .sql(
                    "select count(*) from sealed.statement where checkup_id = :id and unsealed is not null")
                .param("id", id)
                .query(Long.class)
                .single())
        .isZero();
  }

  /** Brings a visit to what V2 knew: text in the clear, no key. */
  private void asBefore(UUID id) {
    var administrator = database.administrator();
    administrator
        .sql("delete from sealed.key_grant where checkup_id = :id")
        .param("id", id)
        .update();
    administrator
        .sql("delete from sealed.visit_key where checkup_id = :id")
        .param("id", id)
        .update();
    administrator
        .sql(
            """
            insert into sealed.statement (id, checkup_id, kind, account_id, written_at, unsealed)
            select gen_random_uuid(), checkup_id, kind, account_id, written_at,
                   '{"edition":"x","itemId":"S06","result":"improvement","note":"von früher","by":{"zh":"a","en":"b"},"provenance":"observed-in-visit"}'
              from sealed.statement where checkup_id = :id limit 1
            """)
        .param("id", id)
        .update();
    administrator.sql("alter table sealed.statement disable trigger kept_while_under_way").update();
    administrator
        .sql("delete from sealed.statement where checkup_id = :id and unsealed is null")
        .param("id", id)
        .update();
    administrator.sql("alter table sealed.statement enable trigger kept_while_under_way").update();
  }

  /** The rows of keys and ciphertext, as a dump of the database keeps them. */
  private String backUp() {
    database.administrator().sql("drop schema if exists kept cascade").update();
    database.administrator().sql("create schema kept").update();
    for (String table : List.of("visit_key", "key_grant", "statement")) {
      database
          .administrator()
          .sql("create table kept.%1$s as select * from sealed.%1$s".formatted(table))
          .update();
    }
    return "kept";
  }

  private void restore(String backup, UUID id) {
    var administrator = database.administrator();
    administrator
        .sql("update checkup set state = 'InProgress' where id = :id")
        .param("id", id)
        .update();
    for (String table : List.of("visit_key", "key_grant", "statement")) {
      String columns =
          administrator
              .sql(
                  """
                  select string_agg(column_name, ', ') from information_schema.columns
                   where table_schema = 'sealed' and table_name = :table and is_identity = 'NO'
                  """)
              .param("table", table)
              .query(String.class)
              .single();
      administrator
          .sql(
              "insert into sealed.%1$s (%2$s) select %2$s from %3$s.%1$s where checkup_id = :id"
                  .formatted(table, columns, backup))
          .param("id", id)
          .update();
    }
  }

  private void forgetKeyPair(Account account) {
    database
        .administrator()
        .sql("delete from person_key where account_id = :id")
        .param("id", account.id())
        .update();
  }

  private byte[] proofHash(UUID id) {
    return database
        .administrator()
        .sql("select proof_sha256 from sealed.visit_key where checkup_id = :id")
        .param("id", id)
        .query((row, index) -> row.getBytes(1))
        .single();
  }

  private void setProofHash(UUID id, byte[] hash) {
    database
        .administrator()
        .sql("update sealed.visit_key set proof_sha256 = :hash where checkup_id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  private UUID keyId(UUID id) {
    return database
        .administrator()
        .sql("select id from sealed.visit_key where checkup_id = :id")
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  private UUID visited(Account expert) {
    UUID id = world.inProgress(expert);
    answer(expert, id).ok();
    return id;
  }

  private CheckupWorld.Answer answer(Account expert, UUID id) {
    return world.post(
        expert, path(id, "visit/answers"), CheckupWorld.answer("S06", "improvement", SAID));
  }

  private void bind(UUID visit, byte[] proof) {
    vault
        .jdbc()
        .sql("select sealed.bind(:visit, :proof)")
        .param("visit", visit)
        .param("proof", proof)
        .query()
        .singleRow();
  }

  private long count(String sql) {
    return vault.jdbc().sql(sql).query(Long.class).single();
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
