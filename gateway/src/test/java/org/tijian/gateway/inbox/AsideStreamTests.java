package org.tijian.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttPingResp;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPubAck;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsideStreamTests {
  private static final String TOPIC = "tijian/v1/A110000_0001/hj212";

  /** What the client library makes of a packet. */
  private record Heard(
      String topic, int id, int qos, boolean again, String properties, byte[] payload) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theClientLibraryHearsWhatItWouldHaveHeard(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] stream = stream(random);

    List<Heard> plain = heard(new ByteArrayInputStream(stream), null);
    Payloads payloads = new Payloads();
    InputStream pieces = new Pieces(stream, new Random(seed));
    List<Heard> aside =
        heard(new AsideStream(new BufferedInputStream(pieces, 100), payloads), payloads);

    assertThat(plain).hasSizeGreaterThan(100);
    assertThat(aside)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(plain);
  }

  @Test
  void silenceBetweenPacketsIsToldAndWithinOneWaitedOut() throws Exception {
    byte[] packet = packet(publish("some bytes".getBytes(), 1, 7, null));
    for (int silentAt = 0; silentAt < packet.length; silentAt++) {
      Payloads payloads = new Payloads();
      AsideStream stream = new AsideStream(new SilentOnce(packet, silentAt), payloads);
      if (silentAt == 0) {
        assertThatThrownBy(stream::read).isInstanceOf(SocketTimeoutException.class);
      }
      List<Heard> heard = heard(stream, payloads);
      assertThat(heard).singleElement().extracting(Heard::id).isEqualTo(7);
      assertThat(heard.get(0).payload()).isEqualTo("some bytes".getBytes());
    }
  }

  @Test
  void aConnectionThatEndsWithinAMessageHandsNothingOn() throws Exception {
    byte[] packet = packet(publish("some bytes".getBytes(), 1, 7, null));
    for (int length = 1; length < packet.length; length++) {
      InputStream cut = new ByteArrayInputStream(packet, 0, length);
      AsideStream stream = new AsideStream(cut, new Payloads());
      assertThatThrownBy(stream::read).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aMessageLongerThanItSaysIsRefused() {
    byte[] topicTooLong = {0x32, 5, 0, 60, 'a', 0, 1};
    byte[] noRoomForProperties = {0x32, 6, 0, 1, 'a', 0, 1, 9};
    byte[] lengthWithoutEnd = {0x32, -1, -1, -1, -1, 1};
    for (byte[] wrong : List.of(topicTooLong, noRoomForProperties, lengthWithoutEnd)) {
      AsideStream stream = new AsideStream(new ByteArrayInputStream(wrong), new Payloads());
      assertThatThrownBy(stream::read).isInstanceOf(StreamCorruptedException.class);
    }
  }

  @Test
  void aTicketIsGoodForOneMessage() {
    Payloads payloads = new Payloads();
    byte[] ticket = payloads.keep(new byte[] {1});
    assertThat(payloads.take(ticket)).containsExactly(1);
    assertThatThrownBy(() -> payloads.take(ticket)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> payloads.take(new byte[] {1, 2}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] stream(Random random) throws MqttException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      int size = random.nextInt(10) == 0 ? random.nextInt(70_000) : random.nextInt(300);
      byte[] payload = new byte[size];
      random.nextBytes(payload);
      MqttWireMessage next =
          switch (random.nextInt(5)) {
            case 0 -> new MqttPubAck(0, 1 + i, new MqttProperties());
            case 1 -> new MqttPingResp();
            case 2 -> publish(payload, 0, 0, null);
            case 3 -> publish(payload, 1, 1 + i, properties(random));
            default -> publish(payload, 1, 1 + i, null);
          };
      next.setDuplicate(next instanceof MqttPublish && random.nextBoolean());
      stream.writeBytes(packet(next));
    }
    return stream.toByteArray();
  }

  private static MqttProperties properties(Random random) {
    MqttProperties properties = new MqttProperties();
    properties.setContentType("x".repeat(random.nextInt(200)));
    return properties;
  }

  private static MqttPublish publish(byte[] payload, int qos, int id, MqttProperties properties) {
    MqttPublish publish =
        new MqttPublish(
            TOPIC,
            new MqttMessage(payload, qos, false, null),
            properties == null ? new MqttProperties() : properties);
    publish.setMessageId(id);
    return publish;
  }

  private static byte[] packet(MqttWireMessage message) throws MqttException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(message.getHeader());
    packet.writeBytes(message.getPayload());
    return packet.toByteArray();
  }

  /** Reads as the client library does: head by byte, body at one go. */
  private static List<Heard> heard(InputStream stream, Payloads payloads) throws Exception {
    List<Heard> heard = new ArrayList<>();
    DataInputStream in = new DataInputStream(stream);
    for (int first = in.read(); first >= 0; first = in.read()) {
      int length = 0;
      ByteArrayOutputStream packet = new ByteArrayOutputStream();
      packet.write(first);
      int shift = 0;
      int next;
      do {
        next = in.readUnsignedByte();
        packet.write(next);
        length |= (next & 0x7F) << shift;
        shift += 7;
      } while (next > 0x7F);
      byte[] body = new byte[length];
      in.readFully(body);
      packet.writeBytes(body);
      heard.add(heard(MqttWireMessage.createWireMessage(packet.toByteArray()), payloads));
    }
    return heard;
  }

  private static Heard heard(MqttWireMessage message, Payloads payloads) {
    if (!(message instanceof MqttPublish publish)) {
      return new Heard("", message.getMessageId(), 0, false, message.toString(), new byte[0]);
    }
    byte[] payload = publish.getMessage().getPayload();
    return new Heard(
        publish.getTopicName(),
        publish.getMessageId(),
        publish.getMessage().getQos(),
        publish.isDuplicate(),
        String.valueOf(publish.getProperties().getContentType()),
        payloads == null ? payload : payloads.take(payload));
  }

  /** A socket that gives some bytes at a time. */
  private static final class Pieces extends ByteArrayInputStream {
    private final Random random;

    Pieces(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      return super.read(bytes, from, 1 + random.nextInt(Math.min(length, 50)));
    }
  }

  /** A socket that is silent for a while after some bytes. */
  private static final class SilentOnce extends InputStream {
    private final byte[] bytes;
    private int silentAt;
    private int at;

    SilentOnce(byte[] bytes, int silentAt) {
      this.bytes = bytes;
      this.silentAt = silentAt;
    }

    @Override
    public int read() throws IOException {
      if (at == silentAt) {
        silentAt = -1;
        throw new SocketTimeoutException("silent");
      }
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = read();
      if (read < 0) {
        return -1;
      }
      into[from] = (byte) read;
      return 1;
    }
  }
}
