package org.tijian.gateway.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Stream;

/** Sends over a socket; 9014 with the frame's QN is the acknowledgement (HJ 212-2017 6.5.1). */
final class TcpMouth implements Mouth {
  private static final String DATA_ANSWER = "9014";
  private static final int CONNECT_MILLIS = 5_000;

  private final Socket socket;
  private final KnownFrames frames;
  private final Ledger ledger;
  private volatile boolean broken;

  private TcpMouth(Socket socket, KnownFrames frames, Ledger ledger) {
    this.socket = socket;
    this.frames = frames;
    this.ledger = ledger;
  }

  static TcpMouth open(int port, KnownFrames frames, Ledger ledger) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    TcpMouth mouth = new TcpMouth(socket, frames, ledger);
    Thread reader = new Thread(mouth::read, "answers to a logger");
    reader.setDaemon(true);
    reader.start();
    return mouth;
  }

  @Override
  public void say(int number, byte[] frame) throws IOException {
    socket.getOutputStream().write(frame);
  }

  private void read() {
    Hj212Stream stream = new Hj212Codec().stream();
    byte[] buffer = new byte[4096];
    try {
      InputStream in = socket.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        stream.feed(buffer, 0, n).forEach(this::heard);
      }
    } catch (IOException e) {
      // The connection is lost, which is all there is to know.
    }
    broken = true;
  }

  private void heard(Decoded decoded) {
    if (decoded instanceof Decoded.Accepted accepted && accepted.frame().cn().equals(DATA_ANSWER)) {
      frames.number(accepted.frame().qn()).ifPresent(ledger::acknowledge);
    }
  }

  @Override
  public boolean stands() {
    return !broken;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is being thrown away.
    }
  }
}
