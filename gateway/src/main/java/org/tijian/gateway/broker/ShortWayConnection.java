package org.tijian.gateway.broker;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The short way of one connection, before the broker's own handler. Everything but {@link #stored}
 * happens on the thread of the connection.
 */
final class ShortWayConnection extends ChannelDuplexHandler {
  private static final Logger log = LoggerFactory.getLogger(ShortWayConnection.class);

  private final ShortWay way;
  private final RemotingConnection connection;
  private final Deque<HeldMessage> held = new ArrayDeque<>();
  private final Queue<HeldMessage> answers = new ConcurrentLinkedQueue<>();
  private final SignOfLife signOfLife = new SignOfLife();
  private final TopicAliases aliases = new TopicAliases();
  private final AtomicBoolean answering = new AtomicBoolean();
  private @Nullable ShortWayTopics topics;
  private volatile @Nullable ChannelHandlerContext context;

  ShortWayConnection(ShortWay way, RemotingConnection connection) {
    this.way = way;
    this.connection = connection;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    way.entered(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    if (!(message instanceof MqttPublishMessage packet)) {
      from.fireChannelRead(message);
      return;
    }
    MqttPublishMessage publish = aliases.inFull(packet);
    if (isTaken(publish)) {
      publish.release();
      signOfLife.give(from);
    } else {
      from.fireChannelRead(publish);
    }
  }

  private boolean isTaken(MqttPublishMessage publish) {
    ShortWayTopics own = topics();
    if (own == null || own.format(publish) == null) {
      return false;
    }
    HeldMessage message = way.take(own, publish, this);
    if (message == null) {
      way.sentTheLongWay(own.mn());
      return false;
    }
    held.add(message);
    way.handOver(message);
    return true;
  }

  private @Nullable ShortWayTopics topics() {
    if (topics == null) {
      String mn = way.deviceOf(connection);
      topics = mn == null ? null : ShortWayTopics.of(mn);
    }
    return topics;
  }

  @Override
  public void write(ChannelHandlerContext to, Object message, ChannelPromise promise) {
    if (signOfLife.isAnswered(message)) {
      promise.trySuccess();
    } else {
      to.write(message, promise);
    }
  }

  /** On any thread. Answers of a batch go out together. */
  void stored(HeldMessage message) {
    way.endedWell(message);
    answers.add(message);
    if (answering.compareAndSet(false, true)) {
      onItsThread(this::answer);
    }
  }

  /** The thread of a broker that has ended takes nothing more; then nobody is there to answer. */
  private void onItsThread(Consumer<ChannelHandlerContext> act) {
    ChannelHandlerContext standing = context;
    if (standing == null) {
      return;
    }
    try {
      standing.executor().execute(() -> act.accept(standing));
    } catch (RejectedExecutionException e) {
      log.debug("the broker has ended before an answer", e);
    }
  }

  private void answer(ChannelHandlerContext to) {
    answering.set(false);
    for (HeldMessage m = answers.poll(); m != null; m = answers.poll()) {
      to.write(MqttMessageBuilders.pubAck().packetId(m.packetId()).build(), to.voidPromise());
    }
    to.flush();
    while (!held.isEmpty() && !held.peekFirst().isAlive()) {
      held.removeFirst();
    }
  }

  /** On any thread: what is held goes the long way, in the order it came in. */
  void giveUpSoon() {
    onItsThread(this::giveUp);
  }

  private void giveUp(ChannelHandlerContext to) {
    for (HeldMessage message : held) {
      if (message.end()) {
        way.ended(message);
        way.sentTheLongWay(message.mn());
        to.fireChannelRead(message.packet());
      }
    }
    held.clear();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ended) {
    way.left(this);
    for (HeldMessage message : held) {
      if (message.end()) {
        way.ended(message);
      }
    }
    held.clear();
    ended.fireChannelInactive();
  }
}
