package org.tijian.gateway.bench;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A publisher of MQTT 3.1.1 with QoS 1 and a window of its own, on the one thread of its swarm.
 * Small, because thousands of them share a process with the clock they are measured by.
 */
final class MqttPeer extends SimpleChannelInboundHandler<MqttMessage> {
  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final int PING_SECONDS = 25;
  private static final MqttMessage PING =
      new MqttMessage(
          new MqttFixedHeader(MqttMessageType.PINGREQ, false, MqttQoS.AT_MOST_ONCE, false, 0));
  private static final int LONGEST_MESSAGE = 64 * 1024;

  /** What its owner is told, on the thread of the swarm. */
  interface Listener {
    void ready(MqttPeer peer);

    void refused(MqttPeer peer, MqttConnectReturnCode code);

    /**
     * @param since what was given when it was published
     */
    void acknowledged(MqttPeer peer, long since);
  }

  private final String user;
  private final String password;
  private final Listener listener;
  private final long[] since;
  private final short[] free;
  private int freeCount;
  private @Nullable ChannelHandlerContext context;

  /**
   * @param window most messages that may be unacknowledged
   */
  MqttPeer(String user, String password, int window, Listener listener) {
    this.user = user;
    this.password = password;
    this.listener = listener;
    this.since = new long[window];
    this.free = new short[window];
    for (int i = 0; i < window; i++) {
      free[freeCount++] = (short) i;
    }
  }

  void enter(Channel channel) {
    channel.pipeline().addLast(new MqttDecoder(LONGEST_MESSAGE), MqttEncoder.INSTANCE, this);
  }

  /** Whether the window has room. */
  boolean mayPublish() {
    return freeCount > 0 && context != null;
  }

  /**
   * Hands a message over; {@link #flush} sends what was handed over.
   *
   * @param moment told again with the acknowledgement
   */
  void publish(String topic, byte[] payload, long moment) {
    ChannelHandlerContext standing = context;
    if (standing == null || freeCount == 0) {
      throw new IllegalStateException("no room to publish");
    }
    int place = free[--freeCount];
    since[place] = moment;
    standing.write(
        new MqttPublishMessage(
            new MqttFixedHeader(MqttMessageType.PUBLISH, false, MqttQoS.AT_LEAST_ONCE, false, 0),
            new MqttPublishVariableHeader(topic, place + 1),
            Unpooled.wrappedBuffer(payload)),
        standing.voidPromise());
  }

  void flush() {
    if (context != null) {
      context.flush();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    MqttConnectMessage connect =
        MqttMessageBuilders.connect()
            .protocolVersion(MqttVersion.MQTT_3_1_1)
            .clientId("bench-" + user)
            .cleanSession(true)
            .keepAlive(KEEP_ALIVE_SECONDS)
            .username(user)
            .password(password.getBytes(StandardCharsets.UTF_8))
            .build();
    active.writeAndFlush(connect, active.voidPromise());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ended) {
    context = null;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext from, MqttMessage message) {
    switch (message.fixedHeader().messageType()) {
      case CONNACK ->
          signedIn(from, ((MqttConnAckMessage) message).variableHeader().connectReturnCode());
      case PUBACK -> acknowledged((MqttMessageIdVariableHeader) message.variableHeader());
      default -> {}
    }
  }

  /** What the answers of one reading brought about goes out together. */
  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    from.flush();
  }

  private void signedIn(ChannelHandlerContext from, MqttConnectReturnCode code) {
    if (code == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
      context = from;
      from.executor()
          .scheduleAtFixedRate(() -> ping(from), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
      listener.ready(this);
    } else {
      listener.refused(this, code);
    }
  }

  private static void ping(ChannelHandlerContext standing) {
    if (standing.channel().isActive()) {
      standing.writeAndFlush(PING, standing.voidPromise());
    }
  }

  private void acknowledged(MqttMessageIdVariableHeader header) {
    int place = header.messageId() - 1;
    free[freeCount++] = (short) place;
    listener.acknowledged(this, since[place]);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    from.close();
  }
}
