package org.tijian.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.analytics.site.Dialect;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.conversation.Heard;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.inbox.Sender;
import org.tijian.gateway.inbox.Ways;
import org.tijian.gateway.normalise.Facts;
import org.tijian.gateway.normalise.Normaliser;

/**
 * The stages between inbox and store. No message is lost here and none holds up the others: what
 * cannot be read becomes a refused frame.
 */
public final class FrameStages {
  private static final Logger log = LoggerFactory.getLogger(FrameStages.class);

  private final Hj212Codec codec;
  private final Normaliser normaliser;
  private final Function<String, Dialect> dialects;
  private final Ways ways;

  FrameStages(
      Hj212Codec codec, Normaliser normaliser, Function<String, Dialect> dialects, Ways ways) {
    this.codec = codec;
    this.normaliser = normaliser;
    this.dialects = dialects;
    this.ways = ways;
  }

  /**
   * A piece of a message.
   *
   * @param from null if it was kept and is read again
   * @param mn the device, by the topic it may write to
   */
  record Piece(
      @Nullable Sender from,
      String mn,
      Dialect dialect,
      String transport,
      Instant receivedAt,
      Decoded decoded) {}

  /**
   * @param heard what its sender may be answered once it is stored; null if it was not understood
   *     or nobody known sent it
   */
  record Judged(ArrivedFrame frame, @Nullable Heard heard) {}

  /**
   * Judges the bytes of a kept frame again, with the settings and the register of now; changes
   * nothing and answers nobody.
   *
   * @param transport as it was kept
   * @return one frame for each stretch, normally one
   */
  public List<ArrivedFrame> read(String mn, Instant receivedAt, String transport, byte[] bytes) {
    Dialect dialect = dialects.apply(mn);
    List<ArrivedFrame> frames = new ArrayList<>(1);
    for (Decoded decoded : decoded(bytes)) {
      frames.add(judged(new Piece(null, mn, dialect, transport, receivedAt, decoded)).frame());
    }
    return frames;
  }

  /** Cuts messages into frames and reads these. */
  List<Piece> decode(List<RawMessage> batch) {
    List<Piece> pieces = new ArrayList<>(batch.size());
    for (RawMessage message : batch) {
      String mn = message.from().mn();
      if (mn == null) {
        continue;
      }
      Dialect dialect = dialects.apply(mn);
      String transport = message.format().word(message.from().transport());
      for (Decoded decoded : decoded(message.payload())) {
        pieces.add(
            new Piece(message.from(), mn, dialect, transport, message.receivedAt(), decoded));
      }
    }
    return pieces;
  }

  private List<Decoded> decoded(byte[] payload) {
    try {
      List<Decoded> decoded = codec.decode(payload);
      return decoded.isEmpty() ? List.of(refused("no-header", null, payload)) : decoded;
    } catch (RuntimeException e) {
      log.error("a message could not be decoded", e);
      return List.of(refused("not-readable", e.toString(), payload));
    }
  }

  private static Decoded refused(String code, @Nullable String found, byte[] payload) {
    return new Decoded.Refused(code, null, found, 0, payload);
  }

  /** Turns frames into readings, notes or refusals. */
  List<Judged> normalise(List<Piece> pieces) {
    return pieces.stream().map(this::judged).toList();
  }

  private Judged judged(Piece piece) {
    if (piece.decoded() instanceof Decoded.Refused r) {
      Refused verdict = new Refused(r.code(), r.declared(), r.found(), r.offset());
      return new Judged(arrived(piece, null, verdict, FrameFacts.NONE), null);
    }
    Decoded.Accepted accepted = (Decoded.Accepted) piece.decoded();
    FrameVerdict verdict = verdict(piece, accepted);
    FrameFacts facts = Facts.of(accepted, piece.dialect());
    return new Judged(
        arrived(piece, accepted.frame().cn(), verdict, facts), heard(piece, accepted, verdict));
  }

  private static ArrivedFrame arrived(
      Piece piece, @Nullable String command, FrameVerdict verdict, FrameFacts facts) {
    return new ArrivedFrame(
        piece.mn(),
        piece.receivedAt(),
        piece.transport(),
        piece.decoded().bytes(),
        command,
        verdict,
        facts);
  }

  private @Nullable Heard heard(Piece piece, Decoded.Accepted accepted, FrameVerdict verdict) {
    if (piece.from() == null || verdict instanceof Refused) {
      return null;
    }
    ways.heard(piece.mn(), piece.from());
    return new Heard(piece.mn(), accepted.frame(), piece.from(), piece.receivedAt());
  }

  private FrameVerdict verdict(Piece piece, Decoded.Accepted accepted) {
    try {
      return normaliser.judge(piece.mn(), piece.receivedAt(), accepted.frame(), piece.dialect());
    } catch (DataAccessException e) {
      // Says nothing about the frame: the whole batch is tried again.
      throw e;
    } catch (RuntimeException e) {
      log.error("a frame of {} could not be normalised", piece.mn(), e);
      return new Refused("not-readable", null, e.toString(), 0);
    }
  }
}
