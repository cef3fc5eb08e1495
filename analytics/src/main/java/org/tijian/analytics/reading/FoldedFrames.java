package org.tijian.analytics.reading;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.framepack.FrameBlock;
import org.tijian.analytics.framepack.KeptFrame;

/** Reads the table {@code frame_block}. */
final class FoldedFrames {
  private static final String HOLDING =
      """
      select packed from frame_block
       where mn = :mn and last_id >= :id and first_id <= :id
       order by last_id
      """;

  private static final String NEWEST =
      """
      select packed from frame_block
       where mn = :mn and received_until >= :since
       order by last_id desc
       limit 1
      """;

  private static final String DIGESTS =
      """
      select block.mn, block.last_id, block.digests
        from unnest(:mns::text[], :sinces::float8[]) as asked (mn, since)
        join frame_block as block
          on block.mn = asked.mn and block.received_until >= to_timestamp(asked.since / 1000.0)
      """;

  private static final String PACKED =
      "select packed from frame_block where mn = :mn and last_id = :lastId";

  private static final int BLOCKS_AT_A_TIME = 20;

  private final MonitoringDatabase database;

  FoldedFrames(MonitoringDatabase database) {
    this.database = database;
  }

  /**
   * A frame that just came and that nobody has seen among the rows.
   *
   * @param since when its period was: it cannot have come before
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Candidate(long id, String mn, byte[] bytes, Instant since) {
    int digest() {
      return (int) (Digest.of(bytes).high() >>> 32);
    }
  }

  Optional<byte[]> bytes(String mn, long id) {
    List<byte[]> blocks =
        database.jdbc().sql(HOLDING).param("mn", mn).param("id", id).query(byte[].class).list();
    return blocks.stream()
        .flatMap(block -> FrameBlock.unpack(block).stream())
        .filter(frame -> frame.id() == id)
        .map(KeptFrame::bytes)
        .findFirst();
  }

  /** Newest first, of the newest block alone. */
  List<KeptFrame> newest(String mn, Instant since) {
    List<KeptFrame> frames = new ArrayList<>();
    database
        .jdbc()
        .sql(NEWEST)
        .param("mn", mn)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(byte[].class)
        .list()
        .forEach(block -> frames.addAll(0, FrameBlock.unpack(block)));
    Collections.reverse(frames);
    return frames;
  }

  /**
   * Numbers of those frames that came before, byte for byte, and were folded since. Their digests
   * are compared first, their bytes decide.
   */
  Set<Long> repeated(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return Set.of();
    }
    Map<Key, List<Candidate>> byDigest = new HashMap<>();
    Map<String, Instant> sinces = new HashMap<>();
    for (Candidate candidate : candidates) {
      Key key = new Key(candidate.mn(), candidate.digest());
      byDigest.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
      sinces.merge(candidate.mn(), candidate.since(), (a, b) -> a.isBefore(b) ? a : b);
    }
    Map<Block, List<Hit>> hits = new HashMap<>();
    Columns<Map.Entry<String, Instant>> asked = new Columns<>(List.copyOf(sinces.entrySet()));
    asked.text("mns", Map.Entry::getKey).time("sinces", Map.Entry::getValue);
    database
        .jdbc()
        .sql(DIGESTS)
        .withFetchSize(BLOCKS_AT_A_TIME)
        .params(asked.arrays())
        .query((ResultSet row) -> hit(row, byDigest, hits));
    return settled(hits);
  }

  /** The first bytes of a digest, of a logger. */
  private record Key(String mn, int digest) {}

  private record Block(String mn, long lastId) {}

  /** Perhaps the frame at that place in a block. */
  private record Hit(int position, Candidate candidate) {}

  private static void hit(
      ResultSet row, Map<Key, List<Candidate>> byDigest, Map<Block, List<Hit>> hits)
      throws SQLException {
    Block block = new Block(row.getString("mn"), row.getLong("last_id"));
    ByteBuffer digests = ByteBuffer.wrap(row.getBytes("digests"));
    for (int position = 0; digests.hasRemaining(); position++) {
      Key key = new Key(block.mn(), digests.getInt());
      for (Candidate candidate : byDigest.getOrDefault(key, List.of())) {
        hits.computeIfAbsent(block, b -> new ArrayList<>()).add(new Hit(position, candidate));
      }
    }
  }

  private Set<Long> settled(Map<Block, List<Hit>> hits) {
    Set<Long> repeated = new HashSet<>();
    hits.forEach(
        (block, ofBlock) -> {
          List<KeptFrame> frames = block(block.mn(), block.lastId());
          for (Hit hit : ofBlock) {
            if (Arrays.equals(frames.get(hit.position()).bytes(), hit.candidate().bytes())) {
              repeated.add(hit.candidate().id());
            }
          }
        });
    return repeated;
  }

  private List<KeptFrame> block(String mn, long lastId) {
    return FrameBlock.unpack(
        database
            .jdbc()
            .sql(PACKED)
            .param("mn", mn)
            .param("lastId", lastId)
            .query(byte[].class)
            .single());
  }
}
