package org.tijian.gateway.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.codec.Hj212Stream;
import org.tijian.gateway.codec.Keys;

/**
 * A logger at the other end of a real socket, spoken for by the test word by word. What it says is
 * read from the gateway's end and handed to whoever listens there.
 */
final class SocketLogger implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  final String mn;
  private final Socket gatewaysEnd;
  private final Socket loggersEnd;
  private final Ear atGateway;
  private final Ear atLogger;

  SocketLogger(String mn, Keys keys) throws IOException {
    this.mn = mn;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      loggersEnd = new Socket(server.getInetAddress(), server.getLocalPort());
      gatewaysEnd = server.accept();
    }
    loggersEnd.setSoTimeout(PATIENCE_MILLIS);
    gatewaysEnd.setSoTimeout(PATIENCE_MILLIS);
    atGateway = new Ear(gatewaysEnd, Keys.NONE);
    atLogger = new Ear(loggersEnd, keys);
  }

  /** The gateway's way to it. */
  boolean send(byte[] frame) {
    try {
      gatewaysEnd.getOutputStream().write(frame);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Bytes of the next frame that the gateway sent. */
  Decoded.Accepted hears() throws IOException {
    return atLogger.next();
  }

  /** Whether the gateway sent nothing more: what it writes is in the socket when it returns. */
  boolean hearsNothing() throws IOException {
    return atLogger.isSilent();
  }

  /** Sends a frame, and lets the listener hear it as it came out of the socket. */
  void says(String segment, Consumer<Hj212Frame> listener) throws IOException {
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    loggersEnd.getOutputStream().write(framed(bytes));
    listener.accept(atGateway.next().frame());
  }

  private static byte[] framed(byte[] segment) {
    int register = 0xFFFF;
    for (byte each : segment) {
      register = (register >> 8) ^ (each & 0xFF);
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xA001;
      }
    }
    String text = new String(segment, StandardCharsets.UTF_8);
    return "##%04d%s%04X\r\n"
        .formatted(segment.length, text, register)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The QnRtn answer to a request of HJ 212-2017. */
  String ready(Hj212Frame request, int qnRtn) {
    return answer(request, "9011", "QnRtn=" + qnRtn);
  }

  String done(Hj212Frame request, int exeRtn) {
    return answer(request, "9012", "ExeRtn=" + exeRtn);
  }

  String answer(Hj212Frame request, String cn, String area) {
    return "QN=%s;ST=91;CN=%s;PW=123456;MN=%s;Flag=4;CP=&&%s&&"
        .formatted(request.qn(), cn, mn, area);
  }

  String data(String qn, String cn, String area) {
    return "QN=%s;ST=31;CN=%s;PW=123456;MN=%s;Flag=4;CP=&&%s&&".formatted(qn, cn, mn, area);
  }

  /** Cuts the line at the gateway's end. */
  void cut() throws IOException {
    gatewaysEnd.close();
  }

  static List<String> fields(Hj212Frame frame) {
    return frame.data().stream().flatMap(List::stream).map(SocketLogger::text).toList();
  }

  private static String text(Field field) {
    return field.name() + "=" + field.value();
  }

  @Override
  public void close() throws IOException {
    gatewaysEnd.close();
    loggersEnd.close();
  }

  /** Reads frames from one end. */
  private static final class Ear {
    private final InputStream in;
    private final Hj212Stream stream;
    private final Deque<Decoded> decoded = new ArrayDeque<>();

    Ear(Socket socket, Keys keys) {
      try {
        in = socket.getInputStream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      stream = new Hj212Codec().stream(keys);
    }

    Decoded.Accepted next() throws IOException {
      byte[] buffer = new byte[4096];
      while (decoded.isEmpty()) {
        int read = in.read(buffer);
        if (read < 0) {
          throw new IOException("the line was cut");
        }
        decoded.addAll(stream.feed(buffer, 0, read));
      }
      if (decoded.remove() instanceof Decoded.Accepted accepted) {
        return accepted;
      }
      throw new IOException("something that is no frame");
    }

    boolean isSilent() throws IOException {
      return decoded.isEmpty() && in.available() == 0;
    }
  }
}
