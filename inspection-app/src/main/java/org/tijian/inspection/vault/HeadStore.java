package org.tijian.inspection.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.chain.Head;
import org.tijian.inspection.chain.HeadKey;
import org.tijian.inspection.chain.Leaf;
import org.tijian.inspection.chain.Sha256;
import org.tijian.inspection.database.VaultDatabase;

/** Published heads and what they are made of. */
@Component
class HeadStore {
  /** "tijian" as a number: one head is made at a time, by however many processes. */
  private static final long LOCK = 0x74696a69616eL;

  private static final String ENDS =
      """
      select c.id, c.length, c.head, c.length > coalesce(known.length, 0) as grown
        from sealed.chain c
        left join lateral (select h.length from sealed.head_chain h
                            where h.chain = c.id order by h.number desc limit 1) known on true
       where c.length > 0
      """;
  private static final String ENDS_AT =
      """
      select distinct on (chain) chain as id, length, head, false as grown
        from sealed.head_chain where number <= :number order by chain, number desc
      """;
  private static final String ADD =
      """
      select sealed.add_head(:number, :at, :chains, :root, :previous, :key, :hash, :signature,
                             :grown, :lengths, :ends)
      """;

  private final JdbcClient jdbc;

  HeadStore(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** Where a chain ends; grown if no head says so yet. */
  record End(UUID chain, long length, String head, boolean grown) {
    Leaf leaf() {
      return new Leaf(Sha256.visit(chain), length, head);
    }
  }

  /** Waits until nobody else makes a head; until the transaction ends nobody else will. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
  }

  List<End> ends() {
    return jdbc.sql(ENDS).query(HeadStore::end).list();
  }

  /** The ends of all chains as the head of this number has them. */
  List<End> endsAt(long number) {
    return jdbc.sql(ENDS_AT).param("number", number).query(HeadStore::end).list();
  }

  /** The heads at which the chain had grown, oldest first. */
  List<Long> numbersOf(UUID chain) {
    return jdbc.sql("select number from sealed.head_chain where chain = :chain order by number")
        .param("chain", chain)
        .query(Long.class)
        .list();
  }

  Optional<Head> newest() {
    return jdbc.sql("select * from sealed.head order by number desc limit 1")
        .query(HeadStore::head)
        .optional();
  }

  List<Head> heads(List<Long> numbers) {
    return jdbc.sql("select * from sealed.head where number = any (:numbers) order by number")
        .param("numbers", numbers.toArray(Long[]::new))
        .query(HeadStore::head)
        .list();
  }

  /**
   * @param after number of the head before the first one wanted
   */
  List<Head> after(long after, int most) {
    return jdbc.sql("select * from sealed.head where number > :after order by number limit :most")
        .param("after", after)
        .param("most", most)
        .query(HeadStore::head)
        .list();
  }

  void add(Head head, Instant at, List<End> ends) {
    List<End> grown = ends.stream().filter(End::grown).toList();
    jdbc.sql(ADD)
        .param("number", head.number())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("chains", head.chains())
        .param("root", head.root())
        .param("previous", head.previous())
        .param("key", head.key())
        .param("hash", head.hash())
        .param("signature", Base64.getDecoder().decode(head.signature()))
        .param("grown", grown.stream().map(End::chain).toArray(UUID[]::new))
        .param("lengths", grown.stream().map(End::length).toArray(Long[]::new))
        .param("ends", grown.stream().map(End::head).toArray(String[]::new))
        .query()
        .listOfRows();
  }

  void addKey(SigningKey key, Instant since) {
    jdbc.sql("select sealed.add_head_key(:id, :key, :since)")
        .param("id", key.id())
        .param("key", key.publicKey())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query()
        .listOfRows();
  }

  List<HeadKey> keys() {
    return jdbc.sql("select * from sealed.head_key order by since, id")
        .query(
            (row, index) ->
                new HeadKey(row.getString("id"), base64(row, "public_key"), time(row, "since")))
        .list();
  }

  private static End end(ResultSet row, int index) throws SQLException {
    return new End(
        row.getObject("id", UUID.class),
        row.getLong("length"),
        row.getString("head"),
        row.getBoolean("grown"));
  }

  private static Head head(ResultSet row, int index) throws SQLException {
    return new Head(
        row.getLong("number"),
        time(row, "at"),
        row.getLong("chains"),
        row.getString("root"),
        row.getString("previous"),
        row.getString("key_id"),
        row.getString("hash"),
        base64(row, "signature"));
  }

  private static String time(ResultSet row, String column) throws SQLException {
    return Entry.time(row.getObject(column, OffsetDateTime.class).toInstant());
  }

  private static String base64(ResultSet row, String column) throws SQLException {
    return Base64.getEncoder().encodeToString(row.getBytes(column));
  }
}
