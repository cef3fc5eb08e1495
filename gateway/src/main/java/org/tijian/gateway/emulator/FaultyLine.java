package org.tijian.gateway.emulator;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tijian.analytics.shape.Noise;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.Dialect.CheckSum;
import org.tijian.analytics.site.Dialect.Encoding;
import org.tijian.gateway.codec.Hj212Frame;

/** From frames to messages, with all that is wrong on the way. */
final class FaultyLine {
  private static final double REPEATED = 0.2;
  private static final int STUCK_TOGETHER = 3;

  private final Manner manner;
  private final Function<Hj212Frame, byte[]> encoder;
  private final CountSheet sheet;
  private final FrameFaults frameFaults;
  private final ByteFaults byteFaults;
  private final Noise noise;
  private final List<Outgoing> held = new ArrayList<>();

  FaultyLine(Manner manner, Function<Hj212Frame, byte[]> encoder, CountSheet sheet) {
    this.manner = manner;
    this.encoder = encoder;
    this.sheet = sheet;
    this.frameFaults = new FrameFaults(manner);
    this.byteFaults = new ByteFaults(manner);
    this.noise = new Noise(manner.seed());
  }

  /** The dialect that a logger of this manner writes. */
  static Dialect dialect(Manner manner) {
    return new Dialect(
        manner.edition(),
        manner.has(Fault.GBK) ? Encoding.GBK : Encoding.UTF_8,
        manner.has(Fault.MODBUS_CRC) ? CheckSum.MODBUS_HIGH_FIRST : CheckSum.HJ212,
        Dialect.STANDARD.offset(),
        Dialect.FactorMap.AS_SENT,
        Map.of(),
        manner.cipher(),
        manner.accessPassword(),
        Dialect.STANDARD.systemType(),
        true,
        true);
  }

  /** The messages to send for a frame now; some frames wait for others. */
  List<Outgoing> messages(Hj212Frame frame) {
    Outgoing message = message(frame);
    List<Outgoing> messages = new ArrayList<>();
    messages.add(message);
    if (manner.has(Fault.REPEATS)
        && noise.of("repeats").share(Arrays.hashCode(message.bytes())) < REPEATED) {
      messages.add(again(message));
    }
    if (!manner.has(Fault.STICKY)) {
      return manner.has(Fault.HALF)
          ? messages.stream().flatMap(m -> halves(m).stream()).toList()
          : messages;
    }
    held.addAll(messages);
    return held.size() < STUCK_TOGETHER ? List.of() : flush();
  }

  /** Whether a frame comes in several messages. */
  boolean sendsPieces() {
    return manner.has(Fault.HALF);
  }

  /** What still waits for company. */
  List<Outgoing> flush() {
    if (held.isEmpty()) {
      return List.of();
    }
    Outgoing joined = joined(held);
    held.clear();
    return List.of(joined);
  }

  /** The message once more, byte for byte. */
  static Outgoing again(Outgoing message) {
    return new Outgoing(
        message.qns(),
        message.bytes(),
        message.expected().stream()
            .map(e -> new Expected(Expected.DUPLICATE, e.refusal(), e.defects()))
            .toList());
  }

  private Outgoing message(Hj212Frame frame) {
    FrameFaults.Spoilt said = frameFaults.spoilt(frame);
    boolean whole = !said.refusal().isEmpty() || !frame.cn().startsWith("20");
    ByteFaults.Spoilt written = byteFaults.spoilt(encoder.apply(said.frame()), whole);
    Set<String> defects = new HashSet<>(written.defects());
    if (written.refusal().isEmpty()) {
      defects.addAll(said.defects());
    }
    Expected expected =
        sheet.expect(said.frame(), written.bytes(), said.refusal() + written.refusal(), defects);
    String qn = frame.qn();
    return new Outgoing(qn == null ? List.of() : List.of(qn), written.bytes(), List.of(expected));
  }

  private static List<Outgoing> halves(Outgoing message) {
    byte[] bytes = message.bytes();
    int middle = bytes.length / 2;
    return List.of(
        new Outgoing(List.of(), Arrays.copyOf(bytes, middle), List.of()),
        new Outgoing(
            message.qns(), Arrays.copyOfRange(bytes, middle, bytes.length), message.expected()));
  }

  private static Outgoing joined(List<Outgoing> messages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    messages.forEach(message -> bytes.writeBytes(message.bytes()));
    return new Outgoing(
        messages.stream().flatMap(message -> message.qns().stream()).toList(),
        bytes.toByteArray(),
        messages.stream().flatMap(message -> message.expected().stream()).toList());
  }
}
