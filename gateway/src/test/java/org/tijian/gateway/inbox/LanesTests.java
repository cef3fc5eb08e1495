package org.tijian.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LanesTests {
  private final Lanes lanes = new Lanes(2, 1_000_000);

  @Test
  void aLoggersMessagesKeepToOneLaneWhateverTheirTopic() {
    Backlog lane = lanes.of(behindBroker("88888880000001", "hj212"));

    assertThat(lanes.of(behindBroker("88888880000001", "json"))).isSameAs(lane);
  }

  @Test
  void aSocketKeepsToItsLaneWhenItsLoggerBecomesKnown() {
    for (int port = 1_000; port < 1_100; port++) {
      String peer = "10.0.0.1:" + port;

      assertThat(lanes.of(overTcp(peer, "88888880000001"))).isSameAs(lanes.of(overTcp(peer, null)));
    }
  }

  @Test
  void loggersNumberedOneAfterTheOtherAreSpreadOverAllLanes() {
    Map<Backlog, Long> loggers =
        IntStream.range(0, 1_000)
            .mapToObj(i -> lanes.of(behindBroker("A3%022d".formatted(i), "hj212")))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(loggers.values()).hasSize(2).allSatisfy(n -> assertThat(n).isGreaterThan(300));
  }

  private static Delivery behindBroker(String mn, String topic) {
    return delivery(new MqttSender(mn, (t, payload) -> false), "tijian/v1/" + mn + "/" + topic);
  }

  private static Delivery overTcp(String peer, @Nullable String mn) {
    return delivery(new Socket(mn), peer);
  }

  private static Delivery delivery(Sender from, String origin) {
    RawMessage message = new RawMessage(from, Format.HJ212, origin, new byte[] {1}, Instant.EPOCH);
    return new Delivery() {
      @Override
      public RawMessage message() {
        return message;
      }

      @Override
      public boolean isAlive() {
        return true;
      }

      @Override
      public void acknowledge() {}
    };
  }

  private record Socket(@Nullable String mn) implements Sender {
    @Override
    public String transport() {
      return "tcp";
    }

    @Override
    public boolean proven() {
      return false;
    }

    @Override
    public void recognised(String recognised) {}

    @Override
    public boolean publish(String topic, byte[] payload) {
      return false;
    }

    @Override
    public boolean send(byte[] frame) {
      return false;
    }
  }
}
