package org.tijian.gateway.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.inbox.Delivery;
import org.tijian.gateway.inbox.Format;
import org.tijian.gateway.inbox.FrameTail;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.inbox.Sender;
import org.tijian.gateway.inbox.Ways;

/**
 * One connection of a logger. Its socket is not read while too much of what it sent is not yet
 * stored: the logger's own TCP then makes it wait.
 */
final class TcpConnection extends SimpleChannelInboundHandler<ByteBuf> implements Sender {
  private static final Logger log = LoggerFactory.getLogger(TcpConnection.class);
  private static final int MOST_WAITING = 8;

  /** Stretches without a frame after which somebody unknown is no logger. */
  private static final int MOST_NOISE = 16;

  /** An enciphered frame can only be read with keys that are not known here. */
  private static final Set<String> LIKELY = Set.of("encrypted", "length-mismatch", "crc-mismatch");

  private final SocketChannel channel;
  private final InetAddress address;
  private final Connections connections;
  private final Ways ways;
  private final Consumer<Delivery> sink;
  private final FrameTail tail;
  private final Limits limits;
  private final AtomicInteger waiting = new AtomicInteger();
  private int noise;
  private volatile @Nullable String mn;

  TcpConnection(
      SocketChannel channel, Connections connections, Ways ways, Consumer<Delivery> sink) {
    this.channel = channel;
    this.address = channel.remoteAddress().getAddress();
    this.connections = connections;
    this.ways = ways;
    this.sink = sink;
    this.tail = new FrameTail(connections.settings().patience());
    this.limits = new Limits(connections.settings(), Instant.now());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    connections.stands(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    hand(tail.giveUp());
    connections.gone(this);
    connections.left(address);
    String known = mn;
    if (known != null) {
      ways.gone(known, this);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    Instant now = Instant.now();
    limits.heard(now);
    hand(tail.feed(ByteBufUtil.getBytes(bytes), now));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("connection of {} ends: {}", address, cause.toString());
    context.close();
  }

  private void hand(List<Decoded> stretches) {
    for (Decoded stretch : stretches) {
      if (isFrame(stretch) || mn != null) {
        limits.sentFrame();
        deliver(stretch.bytes());
      } else {
        dropNoise();
      }
    }
  }

  private static boolean isFrame(Decoded stretch) {
    return stretch instanceof Decoded.Accepted
        || stretch instanceof Decoded.Refused refused && LIKELY.contains(refused.code());
  }

  /** Nobody known sent it, nobody could be told of it, and it was never acknowledged. */
  private void dropNoise() {
    connections.count("noise");
    noise++;
    if (noise >= MOST_NOISE) {
      channel.close();
    }
  }

  private void deliver(byte[] stretch) {
    connections.waits();
    if (waiting.incrementAndGet() >= MOST_WAITING || connections.isFull()) {
      channel.config().setAutoRead(false);
    }
    String peer = address.getHostAddress();
    RawMessage message = new RawMessage(this, Format.HJ212, peer, stretch, Instant.now());
    sink.accept(new TcpDelivery(message, this));
  }

  /** By any thread. */
  void isStored() {
    connections.isStored();
    if (waiting.decrementAndGet() <= MOST_WAITING / 2 && !connections.isFull()) {
      readOn();
    }
  }

  private void readOn() {
    if (!channel.config().isAutoRead()) {
      channel.config().setAutoRead(true);
    }
  }

  /** By the thread that looks after all connections. */
  void sweep(Instant now) {
    String reason = limits.exceeded(now);
    if (reason != null) {
      connections.count(reason);
      close();
    } else if (!channel.config().isAutoRead() || limits.mayHoldFrame(now)) {
      channel.eventLoop().execute(() -> tidy(now));
    }
  }

  private void tidy(Instant now) {
    hand(tail.ripe(now));
    if (waiting.get() < MOST_WAITING && !connections.isFull()) {
      readOn();
    }
  }

  void close() {
    channel.close();
  }

  @Override
  public String transport() {
    return "tcp";
  }

  @Override
  public boolean proven() {
    return false;
  }

  @Override
  public @Nullable String mn() {
    return mn;
  }

  @Override
  public void recognised(String logger) {
    mn = logger;
  }

  @Override
  public boolean publish(String topic, byte[] payload) {
    return false;
  }

  @Override
  public boolean send(byte[] frame) {
    if (!channel.isActive() || !channel.isWritable()) {
      return false;
    }
    channel.writeAndFlush(Unpooled.wrappedBuffer(frame));
    return true;
  }
}
