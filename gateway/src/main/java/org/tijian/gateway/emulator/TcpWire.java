package org.tijian.gateway.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Stream;

/**
 * A TCP connection to a platform that listens. TCP tells nobody what arrived: what is written
 * counts as acknowledged, and only 9014 would say more.
 */
final class TcpWire implements Wire {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int CLOSE_MILLIS = 1_000;
  private static final int WINDOW = 500;

  private final Socket socket;
  private final Listener listener;
  private final Thread reader;

  private TcpWire(Socket socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
    this.reader = new Thread(this::read, "logger-reader");
  }

  /**
   * @param address for example {@code hj212://127.0.0.1:9212}
   * @throws IOException if nobody listens there
   */
  static TcpWire open(String address, Listener listener) throws IOException {
    URI uri = URI.create(address);
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      socket.close();
      throw new IOException("the platform is not reachable (%s)".formatted(e.getMessage()), e);
    }
    TcpWire wire = new TcpWire(socket, listener);
    wire.reader.setDaemon(true);
    wire.reader.start();
    return wire;
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public void send(byte[] payload, long number) throws IOException {
    socket.getOutputStream().write(payload);
    listener.acknowledged(this, number);
  }

  /** Lets the platform read to the end first: closing at once could throw away what it has not. */
  @Override
  public void close() {
    try {
      if (socket.isConnected() && !socket.isClosed()) {
        socket.shutdownOutput();
        reader.join(CLOSE_MILLIS);
      }
      socket.close();
    } catch (IOException e) {
      // It is being thrown away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    Hj212Stream stream = new Hj212Codec().stream();
    byte[] buffer = new byte[4096];
    try (InputStream in = socket.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (Decoded decoded : stream.feed(buffer, 0, n)) {
          listener.heard(decoded.bytes());
        }
      }
      listener.broken(this, "the platform closed the connection");
    } catch (IOException e) {
      listener.broken(this, "the connection is lost");
    }
  }
}
