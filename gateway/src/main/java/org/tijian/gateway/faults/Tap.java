package org.tijian.gateway.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Listens in on one connection of the gateway to a broker, MQTT 5: which messages the gateway
 * acknowledged. Those the broker may forget; for them the gateway answers alone.
 */
final class Tap {
  private static final int PUBLISH = 3;
  private static final int PUBACK = 4;

  private final Consumer<String> acknowledged;
  private final Map<Integer, String> underWay = new ConcurrentHashMap<>();
  private final Packets toGateway = new Packets();
  private final Packets toBroker = new Packets();

  /**
   * @param acknowledged told the payload of each message that the gateway acknowledged
   */
  Tap(Consumer<String> acknowledged) {
    this.acknowledged = acknowledged;
  }

  void toGateway(byte[] bytes, int length) {
    toGateway.feed(
        bytes,
        length,
        (kind, flags, body) -> {
          if (kind == PUBLISH && (flags & 0b110) != 0) {
            published(body);
          }
        });
  }

  /** What the gateway itself publishes is acknowledged in the other direction. */
  void toBroker(byte[] bytes, int length) {
    toBroker.feed(
        bytes,
        length,
        (kind, flags, body) -> {
          String payload = kind == PUBACK ? underWay.remove(number(body, 0)) : null;
          if (payload != null) {
            acknowledged.accept(payload);
          }
        });
  }

  private void published(byte[] body) {
    int at = 2 + number(body, 0);
    int packet = number(body, at);
    at += 2;
    int properties = 0;
    int shift = 0;
    int digit;
    do {
      digit = body[at++];
      properties |= (digit & 0x7F) << shift;
      shift += 7;
    } while ((digit & 0x80) != 0);
    at += properties;
    underWay.put(packet, new String(body, at, body.length - at, StandardCharsets.ISO_8859_1));
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private interface Heard {
    void packet(int kind, int flags, byte[] body);
  }

  /** Puts packets together again that came in pieces. */
  private static final class Packets {
    private byte[] rest = {};

    void feed(byte[] bytes, int length, Heard heard) {
      byte[] all = new byte[rest.length + length];
      System.arraycopy(rest, 0, all, 0, rest.length);
      System.arraycopy(bytes, 0, all, rest.length, length);
      int from = 0;
      for (int end = end(all, from); end >= 0; end = end(all, from)) {
        int body = from + 1;
        while ((all[body] & 0x80) != 0) {
          body++;
        }
        body++;
        heard.packet((all[from] & 0xFF) >> 4, all[from] & 0xF, Arrays.copyOfRange(all, body, end));
        from = end;
      }
      rest = Arrays.copyOfRange(all, from, all.length);
    }

    /** Where the packet at that place ends; -1 if not all of it is there. */
    private static int end(byte[] all, int from) {
      int length = 0;
      for (int i = 0; i < 4 && from + 1 + i < all.length; i++) {
        length |= (all[from + 1 + i] & 0x7F) << 7 * i;
        if ((all[from + 1 + i] & 0x80) == 0) {
          int end = from + 2 + i + length;
          return end <= all.length ? end : -1;
        }
      }
      return -1;
    }
  }
}
