package org.tijian.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.normalise.Normaliser;

/**
 * The stages between inbox and store. No message is lost here and none holds up the others: what
 * cannot be read becomes a refused frame.
 */
final class FrameStages {
  private static final Logger log = LoggerFactory.getLogger(FrameStages.class);
  private static final String TRANSPORT = "mqtt";

  private final Hj212Codec codec;
  private final Normaliser normaliser;

  FrameStages(Hj212Codec codec, Normaliser normaliser) {
    this.codec = codec;
    this.normaliser = normaliser;
  }

  /**
   * A piece of a message.
   *
   * @param mn the device, by the topic it may write to
   */
  record Piece(String mn, Instant receivedAt, Decoded decoded) {}

  /** Cuts messages into frames and reads these. */
  List<Piece> decode(List<RawMessage> batch) {
    List<Piece> pieces = new ArrayList<>(batch.size());
    for (RawMessage message : batch) {
      String mn = mnOf(message.topic());
      for (Decoded decoded : decoded(message.payload())) {
        pieces.add(new Piece(mn, message.receivedAt(), decoded));
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

  /** {@code tijian/v1/{mn}/hj212}. */
  private static String mnOf(String topic) {
    return topic.split("/", -1)[2];
  }

  /** Turns frames into readings, notes or refusals. */
  List<ArrivedFrame> normalise(List<Piece> pieces) {
    return pieces.stream().map(this::arrived).toList();
  }

  private ArrivedFrame arrived(Piece piece) {
    if (piece.decoded() instanceof Decoded.Refused r) {
      Refused verdict = new Refused(r.code(), r.declared(), r.found(), r.offset());
      return new ArrivedFrame(
          piece.mn(), piece.receivedAt(), TRANSPORT, r.bytes(), null, verdict, FrameFacts.NONE);
    }
    Decoded.Accepted accepted = (Decoded.Accepted) piece.decoded();
    return new ArrivedFrame(
        piece.mn(),
        piece.receivedAt(),
        TRANSPORT,
        accepted.bytes(),
        accepted.frame().cn(),
        verdict(piece, accepted),
        FrameFacts.NONE);
  }

  private FrameVerdict verdict(Piece piece, Decoded.Accepted accepted) {
    try {
      return normaliser.judge(piece.mn(), piece.receivedAt(), accepted.frame());
    } catch (DataAccessException e) {
      // Says nothing about the frame: the whole batch is tried again.
      throw e;
    } catch (RuntimeException e) {
      log.error("a frame of {} could not be normalised", piece.mn(), e);
      return new Refused("not-readable", null, e.toString(), 0);
    }
  }
}
