package org.tijian.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BacklogTests {
  private final Backlog backlog = new Backlog(1_000);

  @Test
  void aBatchEndsAtItsNumberOfMessages() throws Exception {
    addAll(5, 10);

    assertThat(batch(3, 1_000)).hasSize(3);
    assertThat(batch(3, 1_000)).hasSize(2);
  }

  @Test
  void longMessagesMakeSmallBatchesButNeverEmptyOnes() throws Exception {
    addAll(4, 400);

    assertThat(batch(500, 500)).hasSize(2);
    assertThat(batch(500, 1)).hasSize(1);
  }

  @Test
  void whoFindsTooManyBytesWaitsUntilSomeAreTaken() throws Exception {
    addAll(1, 1_000);

    CompletableFuture<Void> second =
        CompletableFuture.runAsync(() -> backlog.addWhenThereIsRoom(new Message(true, 10)));
    assertThat(batch(1, 1)).hasSize(1);

    await().until(second::isDone);
    assertThat(batch(1, 1)).hasSize(1);
  }

  @Test
  void nobodyWaitsOnADeadConnectionAndItsMessagesMakeRoom() throws Exception {
    Message dead = new Message(false, 1_000);
    backlog.add(dead);
    backlog.addWhenThereIsRoom(dead);
    addAll(1, 10);

    backlog.dropDead();

    assertThat(batch(500, 1_000)).hasSize(1);
    backlog.addWhenThereIsRoom(new Message(true, 1_000));
    assertThat(batch(1, 1)).hasSize(1);
  }

  private void addAll(int messages, int length) {
    for (int i = 0; i < messages; i++) {
      backlog.add(new Message(true, length));
    }
  }

  private List<Delivery> batch(int most, long bytes) throws InterruptedException {
    assertThat(backlog.awaitSome(10_000)).isTrue();
    List<Delivery> batch = new ArrayList<>();
    backlog.drainTo(batch, most, bytes);
    return batch;
  }

  private record Message(boolean isAlive, RawMessage message) implements Delivery {
    Message(boolean isAlive, int length) {
      this(
          isAlive,
          new RawMessage(
              new MqttSender("A", (topic, payload) -> false),
              Format.HJ212,
              "tijian/v1/A/hj212",
              new byte[length],
              Instant.EPOCH));
    }

    @Override
    public void acknowledge() {}
  }
}
