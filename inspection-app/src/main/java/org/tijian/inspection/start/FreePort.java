package org.tijian.inspection.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which TCP ports of this machine can be listened on. */
public final class FreePort {
  private FreePort() {}

  public static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address(host), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first free port in {@code [first, last]}. */
  public static OptionalInt between(String host, int first, int last) {
    return IntStream.rangeClosed(first, last).filter(port -> isFree(host, port)).findFirst();
  }

  /** Any free port of the loopback address, as the system chooses. */
  public static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static InetAddress address(String host) throws UnknownHostException {
    return InetAddress.getByName(host);
  }
}
