package org.tijian.gateway.bench;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** A logger of a load. All but making it is done by the swarm's thread. */
final class Publisher implements MqttPeer.Listener {
  /**
   * The same moment by both clocks, read once: read for each message they would differ by how long
   * a busy machine takes between them, and two messages of a logger fall into one second.
   */
  private static final Instant BEGAN = Instant.now();

  private static final long BEGAN_NANOS = System.nanoTime();

  private static final int MOST_DUE = 100;

  private final Fleet.Member member;
  private final Workload workload;
  private final Tally tally;
  private final MqttPeer peer;
  private final String topic;
  private final Deque<Long> due = new ArrayDeque<>();
  private long number;
  private boolean fast;

  Publisher(Fleet.Member member, Workload workload, String root, int window, Tally tally) {
    this.member = member;
    this.workload = workload;
    this.tally = tally;
    this.topic = workload.topic(root, member.mn());
    this.peer = new MqttPeer(member.mn(), member.password(), window, this);
  }

  MqttPeer peer() {
    return peer;
  }

  /** From now on, a message for every acknowledgement. */
  void goFast() {
    fast = true;
    while (peer.mayPublish()) {
      publish(System.nanoTime());
    }
    peer.flush();
  }

  void stopFast() {
    fast = false;
  }

  /**
   * A message is due; it goes out at once if the window has room, else as soon as it has. Beyond a
   * bound it is given up and counted.
   */
  void due(long nanos) {
    if (due.size() >= MOST_DUE) {
      tally.givenUp.incrementAndGet();
      return;
    }
    due.add(nanos);
    sendDue();
    peer.flush();
  }

  /** Gives up what is due and has not gone out. */
  void giveUp() {
    tally.givenUp.addAndGet(due.size());
    due.clear();
  }

  private void sendDue() {
    while (!due.isEmpty() && peer.mayPublish()) {
      publish(due.remove());
    }
  }

  private void publish(long dueNanos) {
    Instant at = BEGAN.plusNanos(dueNanos - BEGAN_NANOS).truncatedTo(ChronoUnit.MILLIS);
    byte[] payload = workload.payload(member.mn(), number++, at);
    peer.publish(topic, payload, dueNanos);
    tally.sent.incrementAndGet();
  }

  @Override
  public void ready(MqttPeer which) {
    tally.ready.incrementAndGet();
  }

  @Override
  public void refused(MqttPeer which, MqttConnectReturnCode code) {
    tally.refused.incrementAndGet();
  }

  @Override
  public void acknowledged(MqttPeer which, long since) {
    tally.acknowledged(since);
    if (fast) {
      publish(System.nanoTime());
    } else {
      sendDue();
    }
  }
}
