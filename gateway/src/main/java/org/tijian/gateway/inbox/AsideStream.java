package org.tijian.gateway.inbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.net.SocketTimeoutException;
import java.util.Objects;

/**
 * A broker's packets with a ticket in place of each payload. Paho 1.2.5 reads a payload twice, byte
 * by byte and under a lock for each (its CountingInputStream has no other way to read), which cost
 * more than decoding the frame in it. Here a payload is read at one go, and the client library sees
 * four bytes.
 *
 * <p>Only PUBLISH is touched (MQTT 5.0, section 3.3): its remaining length and its payload; all
 * else passes byte for byte. For one reader at a time.
 */
final class AsideStream extends InputStream {
  private static final int PUBLISH = 3;
  private static final int USUAL_HEAD = 64;

  /** A remaining length has at most four bytes of seven bits (MQTT 5.0, section 1.5.5). */
  private static final int MOST_SHIFT = 21;

  /** Paho's sockets tell of silence every second; between two packets it wants to know. */
  private static final int MOST_SILENCES = 30;

  private static final byte[] NOTHING = {};

  private final InputStream in;
  private final Payloads payloads;

  /** What is ready to be read: a packet's head, or a whole PUBLISH. */
  private byte[] ready = NOTHING;

  private int at;

  /** Bytes of the packet at hand that pass as they come, after what is ready. */
  private int passing;

  /**
   * @param in buffered: heads are read byte by byte
   * @param payloads where each payload goes
   */
  AsideStream(InputStream in, Payloads payloads) {
    this.in = in;
    this.payloads = payloads;
  }

  @Override
  public int read() throws IOException {
    if (at < ready.length) {
      return ready[at++] & 0xFF;
    }
    if (passing > 0) {
      int read = in.read();
      passing -= read < 0 ? 0 : 1;
      return read;
    }
    return isNext() ? read() : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (at < ready.length) {
      int read = Math.min(length, ready.length - at);
      System.arraycopy(ready, at, bytes, from, read);
      at += read;
      return read;
    }
    if (passing > 0) {
      int read = in.read(bytes, from, Math.min(length, passing));
      passing -= Math.max(0, read);
      return read;
    }
    return isNext() ? read(bytes, from, length) : -1;
  }

  @Override
  public int available() throws IOException {
    return at < ready.length ? ready.length - at : Math.min(passing, in.available());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Makes the next packet ready; false at the end of the stream. */
  private boolean isNext() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream(USUAL_HEAD);
    packet.write(first);
    if (first >> 4 == PUBLISH) {
      publish(first, packet);
    } else {
      passing = number(packet);
    }
    ready = packet.toByteArray();
    at = 0;
    return true;
  }

  /** All of a PUBLISH after its first byte but its payload, for which there is a ticket. */
  private void publish(int first, ByteArrayOutputStream packet) throws IOException {
    int length = number(new ByteArrayOutputStream(Integer.BYTES));
    ByteArrayOutputStream head = new ByteArrayOutputStream(USUAL_HEAD);
    int topic = next(head) << 8 | next(head);
    copy(topic, length, head);
    boolean isNumbered = (first & 0b0110) != 0;
    copy(isNumbered ? 2 : 0, length, head);
    copy(number(head), length, head);
    byte[] payload = next(room(0, length, head));
    write(head.size() + Payloads.TICKET, packet);
    head.writeTo(packet);
    packet.writeBytes(payloads.keep(payload));
  }

  private void copy(int count, int length, ByteArrayOutputStream head) throws IOException {
    room(count, length, head);
    head.writeBytes(next(count));
  }

  /** What is left of a packet of that length. */
  private static int room(int count, int length, ByteArrayOutputStream head)
      throws StreamCorruptedException {
    int left = length - head.size();
    if (left < count) {
      throw new StreamCorruptedException("a PUBLISH has parts longer than itself");
    }
    return left;
  }

  /** A number of variable length; its bytes go to {@code out}. */
  private int number(ByteArrayOutputStream out) throws IOException {
    int number = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
      int read = next(out);
      number |= (read & 0x7F) << shift;
      if ((read & 0x80) == 0) {
        return number;
      }
    }
    throw new StreamCorruptedException("a length has more than four bytes");
  }

  private static void write(int number, ByteArrayOutputStream out) {
    int rest = number;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>= 7;
    }
    out.write(rest);
  }

  private int next(ByteArrayOutputStream out) throws IOException {
    int next = next(1)[0] & 0xFF;
    out.write(next);
    return next;
  }

  /**
   * So many bytes of the packet at hand. Silence within a packet is waited out: what was read of it
   * would be lost.
   */
  private byte[] next(int count) throws IOException {
    byte[] bytes = new byte[count];
    int filled = 0;
    int silences = 0;
    while (filled < count) {
      try {
        int read = in.read(bytes, filled, count - filled);
        if (read < 0) {
          throw new EOFException("the connection ended within a packet");
        }
        filled += read;
      } catch (SocketTimeoutException e) {
        if (++silences > MOST_SILENCES) {
          throw new EOFException("the broker fell silent within a packet");
        }
      }
    }
    return bytes;
  }
}
