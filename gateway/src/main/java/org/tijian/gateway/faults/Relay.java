package org.tijian.gateway.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A line that can die without a word: while it is silent it swallows what comes from either side,
 * closes nothing and refuses nobody. A connection from before or within the silence never speaks
 * again, as when a router forgot it; both ends only know by waiting.
 */
final class Relay implements AutoCloseable {
  private static final int CHUNK = 16 * 1024;

  private final ServerSocket door;
  private final int target;
  private final @Nullable Supplier<Tap> taps;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  private Relay(ServerSocket door, int target, @Nullable Supplier<Tap> taps) {
    this.door = door;
    this.target = target;
    this.taps = taps;
  }

  /**
   * @param target port on the loopback interface
   */
  static Relay to(int target) throws IOException {
    return to(target, null);
  }

  /**
   * As {@link #to(int)}, and each connection is listened in on.
   *
   * @param taps makes one for each connection; null for none
   */
  static Relay to(int target, @Nullable Supplier<Tap> taps) throws IOException {
    Relay relay =
        new Relay(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target, taps);
    daemon(relay::accept, "relay to " + target);
    return relay;
  }

  private static void daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on nothing passes on any connection there is. */
  void fallSilent() {
    silent = true;
    pairs.forEach(pair -> pair.dead = true);
  }

  /** New connections work again. */
  void speak() {
    silent = false;
  }

  private void accept() {
    try {
      while (true) {
        Pair pair = new Pair(door.accept(), silent);
        pairs.add(pair);
        daemon(pair::connect, "relay to " + target);
      }
    } catch (IOException e) {
      // The relay is closed.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    pairs.forEach(Pair::end);
  }

  /** One connection with its continuation. */
  private final class Pair {
    private final Socket near;
    private final Socket far = new Socket();
    private final @Nullable Tap tap = taps == null ? null : taps.get();
    private volatile boolean dead;

    Pair(Socket near, boolean dead) {
      this.near = near;
      this.dead = dead;
    }

    void connect() {
      try {
        far.connect(new InetSocketAddress("127.0.0.1", target));
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        daemon(() -> pump(far, near), "relay from " + target);
        pump(near, far);
      } catch (IOException e) {
        end();
      }
    }

    private void pump(Socket from, Socket to) {
      byte[] chunk = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
          if (!dead) {
            listen(from, chunk, n);
            out.write(chunk, 0, n);
          }
        }
      } catch (IOException e) {
        // One end is gone; so is the other, unless the line is dead and tells nobody.
      }
      if (!dead) {
        end();
      }
    }

    /** Before it is passed on: nothing may be acknowledged unheard. */
    private void listen(Socket from, byte[] chunk, int length) {
      if (tap == null) {
        return;
      }
      if (from == near) {
        tap.toBroker(chunk, length);
      } else {
        tap.toGateway(chunk, length);
      }
    }

    void end() {
      pairs.remove(this);
      try {
        near.close();
        far.close();
      } catch (IOException e) {
        // Closing is all that was wanted.
      }
    }
  }
}
