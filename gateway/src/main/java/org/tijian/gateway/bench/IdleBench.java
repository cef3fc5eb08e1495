package org.tijian.gateway.bench;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** Thousands of connections that do nothing more: what they cost, and whether others notice. */
public final class IdleBench {
  private static final String USAGE =
      """
      bench idle: connections that sign in, send one frame and stay; and some that say nothing.
        tcp, mqtt   how many over TCP (HJ 212 frames) and over MQTT (embedded broker)
        silent      further TCP connections that never say anything; the gateway closes each after
                    a minute
        hold        seconds they stay
      """;

  private static final Instant MINUTE = Instant.parse("2026-11-01T00:00:00Z");

  private final Options options;
  private final Sheet sheet;
  private final Server server;
  private final Fleet fleet;
  private final Ledger ledger;
  private final Usage before;
  private final long heapBefore;

  private IdleBench(Options options, Sheet sheet, Server server, MonitoringDatabase database)
      throws Exception {
    this.options = options;
    this.sheet = sheet;
    this.server = server;
    this.fleet = new Fleet(database);
    this.ledger = new Ledger(database);
    this.heapBefore = server.liveHeapKib();
    this.before = server.usage();
  }

  public static void main(String[] arguments) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("tcp", "10000");
    defaults.put("mqtt", "10000");
    defaults.put("silent", "1000");
    defaults.put("hold", "70");
    defaults.put("heap", "1g");
    Bench.main("idle", USAGE, defaults, arguments, IdleBench::run);
  }

  private static void run(Options options, Sheet sheet) throws Exception {
    try (Server server = Server.start(options.text("heap"), Map.of(), sheet)) {
      Server.Database at = server.database();
      try (MonitoringDatabase database =
          MonitoringDatabase.open(at.url(), at.user(), at.password())) {
        new IdleBench(options, sheet, server, database).measure();
      }
    }
  }

  private void measure() throws Exception {
    sheet.figure("resident before: server", before.serverMib(), "MiB");
    sheet.figure("resident before: database", before.databaseMib(), "MiB");
    if (options.number("tcp") > 0) {
      tcp();
    }
    if (options.number("mqtt") > 0) {
      mqtt();
    }
    sheet.figure(
        "most ever resident: server", Processes.mostResidentKib(server.pid()) / 1024.0, "MiB");
    sheet.check("the server is alive", server.isAlive());
  }

  private void tcp() throws Exception {
    int number = options.number("tcp");
    int silent = options.number("silent");
    Fleet.Member probing = fleet.register("B0", 1, true, sheet).get(0);
    List<Fleet.Member> members = fleet.register("A0", number, true, sheet);
    try (Probe probe = Probe.start(probing, ledger, server.ports().tcp());
        Swarm swarm = new Swarm()) {
      long begun = System.nanoTime();
      Swarm.Stock speaking =
          swarm.open(
              number,
              server.ports().tcp(),
              i -> new TcpPeer(Content.minute(members.get(i).mn(), MINUTE, i))::enter);
      Swarm.Stock mute =
          swarm.open(silent, server.ports().tcp(), i -> new TcpPeer(new byte[0])::enter);
      sheet.figure("TCP: opened in", (System.nanoTime() - begun) / 1e9, "s");
      probe.phase(sheet, "TCP opening");
      hold("TCP", speaking);
      probe.phase(sheet, "TCP idle");
      sheet.check(
          "%d of %d TCP connections that sent a frame stand".formatted(speaking.standing(), number),
          speaking.standing() == number);
      if (options.number("hold") >= 65) {
        sheet.check(
            "%d of %d silent ones were closed".formatted(silent - mute.standing(), silent),
            mute.standing() == 0 && mute.failed() == 0);
      }
      probe.finish(sheet);
      cost("TCP", number);
    }
    stored("A0", members, PeriodKind.MINUTE);
  }

  private void mqtt() throws Exception {
    int number = options.number("mqtt");
    Fleet.Member probing = fleet.register("B1", 1, true, sheet).get(0);
    List<Fleet.Member> members = fleet.register("A1", number, false, sheet);
    OneFrameEach listener = new OneFrameEach(members);
    try (Probe probe = Probe.start(probing, ledger, server.ports().tcp());
        Swarm swarm = new Swarm()) {
      long begun = System.nanoTime();
      Swarm.Stock stock =
          swarm.open(
              number, server.ports().mqtt(), i -> listener.peer(i)::enter, listener::answered);
      listener.awaitAll(Duration.ofSeconds(120), sheet);
      sheet.figure("MQTT: opened and signed in in", (System.nanoTime() - begun) / 1e9, "s");
      probe.phase(sheet, "MQTT opening");
      hold("MQTT", stock);
      probe.phase(sheet, "MQTT idle");
      sheet.check(
          "%d of %d MQTT connections stand, %d refused"
              .formatted(stock.standing(), number, listener.refused.get()),
          stock.standing() == number && listener.refused.get() == 0);
      sheet.check(
          "%d of %d first frames acknowledged".formatted(listener.acknowledged.get(), number),
          listener.acknowledged.get() == number);
      probe.finish(sheet);
      cost("MQTT", number);
    }
    stored("A1", members, PeriodKind.MINUTE);
  }

  private void hold(String what, Swarm.Stock stock) throws InterruptedException {
    for (int second = 0; second < options.number("hold"); second++) {
      if (second % 20 == 0) {
        sheet.progress("%s: %d connections stand".formatted(what, stock.standing()));
      }
      Thread.sleep(1_000);
    }
  }

  private void cost(String what, int number) throws Exception {
    Usage now = server.usage();
    long heap = server.liveHeapKib();
    sheet.figure(what + ": resident, server", now.serverMib(), "MiB");
    sheet.figure(what + ": resident, database", now.databaseMib(), "MiB");
    if (heap >= 0 && heapBefore >= 0) {
      sheet.figure(
          what + ": live heap", heap / 1024.0, "MiB, before %d".formatted(heapBefore / 1024));
      sheet.figure(what + ": live heap a connection", (double) (heap - heapBefore) / number, "KiB");
    }
  }

  private void stored(String prefix, List<Fleet.Member> members, PeriodKind kind)
      throws InterruptedException {
    for (int i = 0; i < 100 && ledger.sums(prefix).received() < members.size(); i++) {
      Thread.sleep(200);
    }
    Ledger.Sums sums = ledger.sums(prefix);
    long readable = ledger.readable(members, kind);
    sheet.check(
        "sent %d = received %d = stored %d = readable %d"
            .formatted(members.size(), sums.received(), sums.stored(), readable),
        sums.received() == members.size()
            && sums.stored() == members.size()
            && readable == members.size());
  }

  /** Each sends a minute frame when it is let in. */
  private static final class OneFrameEach implements MqttPeer.Listener {
    private final List<Fleet.Member> members;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<MqttPeer, Integer> numbers = new java.util.concurrent.ConcurrentHashMap<>();

    OneFrameEach(List<Fleet.Member> members) {
      this.members = members;
    }

    MqttPeer peer(int number) {
      Fleet.Member member = members.get(number);
      MqttPeer peer = new MqttPeer(member.mn(), member.password(), 1, this);
      numbers.put(peer, number);
      return peer;
    }

    @Override
    public void ready(MqttPeer peer) {
      Integer number = numbers.get(peer);
      if (number != null) {
        String mn = members.get(number).mn();
        peer.publish("tijian/v1/" + mn + "/hj212", Content.minute(mn, MINUTE, number), 0);
        peer.flush();
      }
    }

    @Override
    public void refused(MqttPeer peer, MqttConnectReturnCode code) {
      refused.incrementAndGet();
    }

    @Override
    public void acknowledged(MqttPeer peer, long since) {
      acknowledged.incrementAndGet();
    }

    int answered() {
      return acknowledged.get() + refused.get();
    }

    void awaitAll(Duration atMost, Sheet sheet) throws InterruptedException {
      long until = System.nanoTime() + atMost.toNanos();
      int step = 0;
      while (acknowledged.get() + refused.get() < members.size() && System.nanoTime() < until) {
        Thread.sleep(100);
        if (step++ % 50 == 0) {
          sheet.progress("MQTT: %d first frames acknowledged".formatted(acknowledged.get()));
        }
      }
    }
  }
}
