package org.tijian.gateway.inbox;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that read ahead. Paho reads the head of a message byte by byte from the socket itself:
 * two calls of the system for each byte, which cost more than decoding the message. Payloads are
 * {@linkplain AsideStream set aside}.
 */
final class ReadAheadSockets extends SocketFactory {
  private static final int AHEAD = 64 * 1024;

  /** Paho looks every 100 ms whether its receiver, its sender and its callback run. */
  private static final long HANG_UP_MILLIS = 1_000;

  /**
   * Tells of the end of a connection a little later if nothing was ever heard on it. Paho 1.2.5
   * waits for its threads to run, and waits for ever, with a thread, where they have already met
   * the end: behind a proxy that accepts and hangs up.
   */
  private static final class LateEnd extends FilterInputStream {
    private boolean heard;

    LateEnd(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = -1;
      try {
        read = super.read(bytes, from, length);
        return read;
      } finally {
        heard |= read > 0;
        if (!heard) {
          pause();
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(HANG_UP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class ReadAheadSocket extends Socket {
    private final Payloads payloads;
    private @Nullable InputStream ahead;

    ReadAheadSocket(Payloads payloads) {
      this.payloads = payloads;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      InputStream known = ahead;
      if (known == null) {
        InputStream late = new LateEnd(super.getInputStream());
        known = new AsideStream(new BufferedInputStream(late, AHEAD), payloads);
        ahead = known;
      }
      return known;
    }
  }

  private final Payloads payloads;

  /**
   * @param payloads where those of all messages that come are kept
   */
  ReadAheadSockets(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public Socket createSocket() {
    return new ReadAheadSocket(payloads);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
      throws IOException {
    Socket socket = new ReadAheadSocket(payloads);
    socket.bind(from);
    socket.connect(to);
    return socket;
  }
}
