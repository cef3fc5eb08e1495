package org.tijian.gateway.tcp;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.TcpAddress;
import org.tijian.gateway.inbox.Delivery;
import org.tijian.gateway.inbox.Intake;
import org.tijian.gateway.inbox.Source;
import org.tijian.gateway.inbox.Ways;

/**
 * Listens for loggers. The port is bound at once, so that its number is known; connections are
 * taken only while the inbox is open.
 */
public final class TcpServer implements Source, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TcpServer.class);
  private static final int READ_BYTES = 2_048;
  private static final int WRITE_BYTES = 64 * 1024;
  private static final int BACKLOG = 1_024;
  private static final int NEIGHBOURS = 20;

  private final Connections connections;
  private final Ways ways;
  private final EventLoopGroup accepting = loops("tcp-accept", 1);
  private final EventLoopGroup reading = loops("tcp-read", 2);
  private final Channel door;
  private final TcpAddress address;
  private volatile @Nullable Consumer<Delivery> sink;

  /**
   * @throws IllegalStateException if no port is free; the message names it
   */
  public TcpServer(TcpSettings settings, Ways ways, MeterRegistry meters) {
    this.connections = new Connections(settings, meters);
    this.ways = ways;
    this.door = bound(settings);
    String shown = settings.advertisedHost() == null ? settings.host() : settings.advertisedHost();
    this.address = new TcpAddress(shown, ((InetSocketAddress) door.localAddress()).getPort());
    reading.scheduleWithFixedDelay(this::sweep, 500, 500, TimeUnit.MILLISECONDS);
  }

  private static EventLoopGroup loops(String name, int threads) {
    return new NioEventLoopGroup(threads, new DefaultThreadFactory(name, true));
  }

  private Channel bound(TcpSettings settings) {
    Integer wanted = settings.port();
    int first = wanted == null ? TcpSettings.USUAL_PORT : wanted;
    int last = wanted == null ? first + NEIGHBOURS : first;
    ServerBootstrap bootstrap = bootstrap();
    for (int port = first; port <= last; port++) {
      ChannelFuture bound = bootstrap.bind(settings.host(), port).awaitUninterruptibly();
      if (bound.isSuccess()) {
        return bound.channel();
      }
    }
    close();
    throw new IllegalStateException(
        "TCP port %d%s on %s (tijian.tcp.port) is taken by another process; 0 is no TCP door"
            .formatted(first, wanted == null ? " to " + last : "", settings.host()));
  }

  private ServerBootstrap bootstrap() {
    return new ServerBootstrap()
        .group(accepting, reading)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(
            ChannelOption.RCVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(READ_BYTES).maxMessagesPerRead(1))
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(WRITE_BYTES / 2, WRITE_BYTES))
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                enter(channel);
              }
            });
  }

  private void enter(SocketChannel channel) {
    Consumer<Delivery> open = sink;
    // Null: gone before it was taken.
    InetSocketAddress peer = channel.remoteAddress();
    if (open == null || peer == null || !connections.mayEnter(peer.getAddress())) {
      channel.close();
      return;
    }
    channel.pipeline().addLast(new TcpConnection(channel, connections, ways, open));
  }

  private void sweep() {
    try {
      connections.sweep(Instant.now());
    } catch (RuntimeException e) {
      log.error("looking after TCP connections failed", e);
    }
  }

  /** Where loggers connect to. */
  public TcpAddress address() {
    return address;
  }

  @Override
  public void start(Intake intake) {
    sink = intake::take;
    door.config().setAutoRead(true);
    log.info("loggers reach the TCP door at {}:{}", address.host(), address.port());
  }

  @Override
  public void stop() {
    door.config().setAutoRead(false);
    sink = null;
    connections.closeAll();
  }

  @Override
  public void close() {
    accepting.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    reading.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
