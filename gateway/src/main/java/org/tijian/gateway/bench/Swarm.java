package org.tijian.gateway.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Many connections over one thread. They come from many addresses of loopback, because a server
 * bounds how many may come from one.
 */
final class Swarm implements AutoCloseable {
  private static final int PER_ADDRESS = 1_000;
  private static final int RECEIVE_BYTES = 512;

  /** Connections that are being made at the same time. */
  private static final int DIALLING = 100;

  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("bench-swarm", true));

  /** What stands, and what could not be made. */
  static final class Stock {
    private final AtomicInteger standing = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /** Ended or never made. */
    private final AtomicInteger ended = new AtomicInteger();

    private void dialled(ChannelFuture done) {
      if (!done.isSuccess()) {
        failed.incrementAndGet();
        ended.incrementAndGet();
        return;
      }
      standing.incrementAndGet();
      done.channel()
          .closeFuture()
          .addListener(
              closed -> {
                standing.decrementAndGet();
                ended.incrementAndGet();
              });
    }

    int standing() {
      return standing.get();
    }

    int failed() {
      return failed.get();
    }
  }

  EventLoopGroup loop() {
    return loop;
  }

  /**
   * Opens connections, some at a time, and returns when each stands or has failed.
   *
   * @param handlers gives a connection its handlers, by its number
   */
  Stock open(int number, int port, IntFunction<Consumer<Channel>> handlers)
      throws InterruptedException {
    return open(number, port, handlers, null);
  }

  /**
   * As above; no more than some at a time are between their dialling and the answer to it.
   *
   * @param answered how many were let in or refused so far; null if nobody is answered
   */
  Stock open(
      int number, int port, IntFunction<Consumer<Channel>> handlers, @Nullable IntSupplier answered)
      throws InterruptedException {
    Stock stock = new Stock();
    Semaphore dialling = new Semaphore(DIALLING);
    for (int i = 0; i < number; i++) {
      dialling.acquire();
      while (answered != null && i - answered.getAsInt() - stock.ended.get() >= DIALLING) {
        Thread.sleep(1);
      }
      dial(i, port, handlers.apply(i))
          .addListener(
              done -> {
                stock.dialled((ChannelFuture) done);
                dialling.release();
              });
    }
    if (!dialling.tryAcquire(DIALLING, 60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("connections are still being made after a minute");
    }
    return stock;
  }

  private ChannelFuture dial(int number, int port, Consumer<Channel> handlers) {
    InetSocketAddress from = new InetSocketAddress("127.0.0." + (2 + number / PER_ADDRESS), 0);
    return new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 30_000)
        .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_BYTES))
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                handlers.accept(channel);
              }
            })
        .connect(new InetSocketAddress("127.0.0.1", port), from);
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
