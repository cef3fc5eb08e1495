package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tijian.analytics.site.Dialect;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.codec.Keys;

/** Frames out and frames in, over a link, with answers awaited and faults on the way. */
final class Line implements AutoCloseable {
  /**
   * The embedded broker may swap two messages even if the first one was acknowledged just before.
   */
  private static final long BETWEEN_PIECES_MILLIS = 20;

  private final LoggerState state;
  private final DeviceLink link;
  private final FaultyLine faulty;
  private final AnswerWatch watch;
  private final Hj212Codec codec = new Hj212Codec();

  Line(
      EmulatorSettings settings,
      EmulatorSettings.Device device,
      LoggerState state,
      CountSheet sheet,
      AckedLog ackedLog,
      Console.Voice voice) {
    this.state = state;
    this.watch = new AnswerWatch(state);
    Dialect dialect = FaultyLine.dialect(device.manner());
    Hj212Encoder encoder = new Hj212Encoder();
    this.faulty =
        new FaultyLine(device.manner(), frame -> encoder.encode(frame, dialect, keys()), sheet);
    String address = settings.broker();
    Wire.Opener opener =
        settings.overTcp()
            ? listener -> TcpWire.open(address, listener)
            : listener -> MqttWire.open(address, device, listener);
    this.link =
        new DeviceLink(
            new Redial(address, opener, voice),
            message -> {
              message.qns().forEach(ackedLog::add);
              sheet.acknowledged(message);
              watch.sent(message, Instant.now());
            });
  }

  private Keys keys() {
    return state.keys().isEmpty() ? Keys.NONE : Keys.of(state.keys());
  }

  void send(Hj212Frame frame) throws InterruptedException {
    watch.sending(frame);
    send(faulty.messages(frame));
  }

  /**
   * Sends a frame of an answer. A broker may hand out what is on its way together in another order,
   * so the end of an answer waits until all before it is acknowledged.
   */
  void answer(Hj212Frame frame) throws InterruptedException {
    if (!frame.cn().startsWith("2")) {
      send(faulty.flush());
      link.drain();
    }
    send(frame);
  }

  /** Sends what waited for company, and again what got no answer. */
  void settle() throws InterruptedException {
    send(faulty.flush());
    send(watch.overdue(Instant.now()));
  }

  /** Pieces only make a frame in their order: one is on its way at a time. */
  private void send(List<Outgoing> messages) throws InterruptedException {
    for (Outgoing message : messages) {
      link.send(message);
      if (faulty.sendsPieces()) {
        link.drain();
        Thread.sleep(BETWEEN_PIECES_MILLIS);
      }
    }
  }

  /** Frames that came since the last time; answers to data are dealt with. */
  List<Hj212Frame> heard() {
    List<Hj212Frame> frames = new ArrayList<>();
    for (byte[] payload = link.heard(); payload != null; payload = link.heard()) {
      for (Decoded decoded : codec.decode(payload, keys())) {
        if (decoded instanceof Decoded.Accepted accepted) {
          frames.add(accepted.frame());
        }
      }
    }
    frames.stream()
        .filter(frame -> frame.cn().equals("9014"))
        .forEach(frame -> watch.answered(frame.qn()));
    return frames;
  }

  /** Waits that long at most, or until something is heard. */
  void listen(Duration most) throws InterruptedException {
    link.listen(most);
  }

  /** Sends what is left and waits until all of it is acknowledged. */
  void drain() throws InterruptedException {
    settle();
    link.drain();
  }

  long acknowledged() {
    return link.acknowledged();
  }

  @Override
  public void close() {
    link.close();
  }
}
