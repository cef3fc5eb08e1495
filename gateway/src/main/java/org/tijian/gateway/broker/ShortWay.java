package org.tijian.gateway.broker;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.gateway.inbox.Format;
import org.tijian.gateway.inbox.Intake;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.inbox.Source;

/**
 * From a device's connection straight into the inbox: the device is acknowledged when its message
 * is committed to the database, and the broker's journal is spared. What cannot be stored soon goes
 * the long way, into the journal, and is acknowledged when it is on the disk there: devices need
 * not wait for a database that is away. A logger of whom anything is in the journal goes the long
 * way until it is stored, so that its messages keep their order.
 */
final class ShortWay implements Source, MQTTInterceptor, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ShortWay.class);
  private static final long LOOK_MILLIS = 500;

  private final DeviceSecurity security;
  private final LongWay longWay;
  private final Set<ShortWayConnection> connections = ConcurrentHashMap.newKeySet();
  private final HeldSum held;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "short-way");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable Intake intake;

  ShortWay(DeviceSecurity security, MeterRegistry meters) {
    this.security = security;
    this.longWay = new LongWay(meters);
    this.held = new HeldSum(meters);
    looking.scheduleWithFixedDelay(
        this::lookSafely, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Of a broker that has just started and lets no device in yet. */
  void enter(ActiveMQServer server) {
    longWay.enter(server);
    server.getRemotingService().addIncomingInterceptor(this);
  }

  /** At a connection's first packet. */
  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    if (packet instanceof MqttConnectMessage
        && connection.getTransportConnection() instanceof NettyConnection netty) {
      Channel channel = netty.getChannel();
      ChannelPipeline pipeline = channel.pipeline();
      ChannelHandlerContext broker = pipeline.context(MQTTProtocolHandler.class);
      if (broker != null && pipeline.get(ShortWayConnection.class) == null) {
        pipeline.addBefore(broker.name(), "short-way", new ShortWayConnection(this, connection));
      }
    }
    return true;
  }

  @Override
  public void start(Intake open) {
    intake = open;
  }

  /** What is held goes the long way, where it waits for the next start. */
  @Override
  public void stop() {
    intake = null;
    connections.forEach(ShortWayConnection::giveUpSoon);
  }

  void entered(ShortWayConnection connection) {
    connections.add(connection);
  }

  void left(ShortWayConnection connection) {
    connections.remove(connection);
  }

  @Nullable String deviceOf(RemotingConnection connection) {
    return security.deviceOf(connection);
  }

  /** Null if the message has to go the long way. */
  @Nullable HeldMessage take(
      ShortWayTopics own, MqttPublishMessage publish, ShortWayConnection connection) {
    Intake open = intake;
    Format format = own.format(publish);
    if (open == null || format == null || !mayTake(own.mn()) || !ShortWayTopics.isPlain(publish)) {
      return null;
    }
    byte[] payload = ByteBufUtil.getBytes(publish.payload());
    if (!ShortWayTopics.isWhole(format, payload)) {
      return null;
    }
    RawMessage message =
        new RawMessage(
            open.behindBroker(own.mn()),
            format,
            publish.variableHeader().topicName(),
            payload,
            Instant.now());
    return new HeldMessage(own.mn(), message, publish, connection);
  }

  private boolean mayTake(String mn) {
    return held.hasRoom() && longWay.isFreeOf(mn);
  }

  /** A message that was taken enters the inbox. */
  void handOver(HeldMessage message) {
    Intake open = intake;
    held.begun(message);
    if (open != null) {
      open.take(message);
    }
  }

  /** It is held no longer, because it is stored. */
  void endedWell(HeldMessage message) {
    held.stored(message);
  }

  /** It is held no longer. */
  void ended(HeldMessage message) {
    held.ended(message);
  }

  void sentTheLongWay(String mn) {
    longWay.taken(mn);
  }

  /** A message that went the long way is stored. */
  void stored(String mn) {
    longWay.ended(mn);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      log.error("looking after the short way failed", e);
    }
  }

  /** Whether the database keeps up, and whether the journal is empty again. */
  void look() {
    longWay.look();
    if (held.isStalled()) {
      longWay.only();
      connections.forEach(ShortWayConnection::giveUpSoon);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
