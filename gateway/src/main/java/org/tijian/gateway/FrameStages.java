package org.tijian.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.gateway.Admission.Admitted;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.conversation.Heard;
import org.tijian.gateway.inbox.Format;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.inbox.Ways;
import org.tijian.gateway.normalise.Facts;
import org.tijian.gateway.normalise.Normaliser;

/**
 * The stages between inbox and store. No message is lost here and none holds up the others: what
 * cannot be read becomes a refused frame.
 */
public final class FrameStages {
  private static final Logger log = LoggerFactory.getLogger(FrameStages.class);

  private final Admission admission;
  private final FrameReader reader;
  private final Normaliser normaliser;
  private final Ways ways;

  FrameStages(Admission admission, FrameReader reader, Normaliser normaliser, Ways ways) {
    this.admission = admission;
    this.reader = reader;
    this.normaliser = normaliser;
    this.ways = ways;
  }

  /**
   * A piece of a message.
   *
   * @param message null if the piece was kept and is read again
   */
  record Piece(
      @Nullable RawMessage message,
      Admitted sender,
      String transport,
      Instant receivedAt,
      Decoded decoded) {}

  /**
   * A frame to store.
   *
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
    Admitted sender = admission.again(mn, !transport.startsWith("tcp"), bytes);
    List<ArrivedFrame> frames = new ArrayList<>(1);
    for (Decoded decoded : reader.readKept(mn, sender.dialect(), Format.ofWord(transport), bytes)) {
      frames.add(judged(new Piece(null, sender, transport, receivedAt, decoded)).frame());
    }
    return frames;
  }

  /** Finds out who sent the messages, cuts them into frames and reads these. */
  List<Piece> decode(List<RawMessage> batch) {
    List<Piece> pieces = new ArrayList<>(batch.size());
    for (RawMessage message : batch) {
      admission.of(message).ifPresent(sender -> read(message, sender, pieces));
    }
    return pieces;
  }

  private void read(RawMessage message, Admitted sender, List<Piece> pieces) {
    String transport = message.format().word(message.from().transport());
    for (Decoded decoded : reader.read(sender.mn(), sender.dialect(), message)) {
      pieces.add(new Piece(message, sender, transport, message.receivedAt(), decoded));
    }
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
    FrameFacts facts = Facts.of(accepted, piece.sender().dialect());
    return new Judged(
        arrived(piece, accepted.frame().cn(), verdict, facts), heard(piece, accepted, verdict));
  }

  private static ArrivedFrame arrived(
      Piece piece, @Nullable String command, FrameVerdict verdict, FrameFacts facts) {
    return new ArrivedFrame(
        piece.sender().mn(),
        piece.receivedAt(),
        piece.transport(),
        piece.decoded().bytes(),
        command,
        verdict,
        facts);
  }

  /** Only who speaks HJ 212 is spoken to. */
  private @Nullable Heard heard(Piece piece, Decoded.Accepted accepted, FrameVerdict verdict) {
    RawMessage message = piece.message();
    if (message == null || message.format() != Format.HJ212 || verdict instanceof Refused) {
      return null;
    }
    String mn = piece.sender().mn();
    message.from().recognised(mn);
    reader.noteKey(mn, accepted, piece.receivedAt());
    ways.heard(mn, message.from());
    return new Heard(mn, accepted.frame(), message.from(), piece.receivedAt());
  }

  private FrameVerdict verdict(Piece piece, Decoded.Accepted accepted) {
    Admitted sender = piece.sender();
    try {
      return Optional.<FrameVerdict>ofNullable(sender.objection())
          .orElseGet(
              () ->
                  normaliser.judge(
                      sender.mn(), piece.receivedAt(), accepted.frame(), sender.dialect()));
    } catch (DataAccessException e) {
      // Says nothing about the frame: the whole batch is tried again.
      throw e;
    } catch (RuntimeException e) {
      log.error("a frame of {} could not be normalised", sender.mn(), e);
      return new Refused("not-readable", null, e.toString(), 0);
    }
  }
}
