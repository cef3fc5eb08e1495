package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;

/** Everything under test, with the lines between, and the loggers that send to it. */
final class Laboratory implements AutoCloseable {
  private static final int MQTT_LOGGERS = 4;
  private static final int TCP_LOGGERS = 2;
  private static final int DAYS_BACK = 20;

  /** So long ago began what live loggers send, faster than it would be measured. */
  private static final Duration LIVE_BACK = Duration.ofHours(10);

  private static final SendingLogger.Pace MQTT_PACE = new SendingLogger.Pace(100, 100);
  private static final SendingLogger.Pace TCP_PACE = new SendingLogger.Pace(50, 50);

  private final Path directory;
  private final Belongings belongings;
  private final Optional<SmallDisk> databaseDisk;
  private final Postgres database;
  private final Relay databaseLine;
  private final MonitoringDatabase monitoring;
  private final Optional<SteppedClock> clock;
  private final Optional<SmallDisk> gatewayDisk;
  private final Optional<Mosquitto> mosquitto;
  private final Optional<Relay> brokerLine;
  private final GatewayProcess gateway;
  private final Relay mqttLine;
  private final Relay tcpLine;
  private final List<SendingLogger> loggers = new CopyOnWriteArrayList<>();

  private Laboratory(
      Path directory, PostgresPrograms programs, boolean external, Belongings belongings)
      throws IOException, InterruptedException {
    this.directory = directory;
    this.belongings = belongings;
    databaseDisk = SmallDisk.mount(directory.resolve("database"), log("mount"));
    databaseDisk.ifPresent(disk -> belongings.add(disk::close));
    database =
        Postgres.create(programs, directory.resolve("database"), log("postgres"), belongings);
    databaseLine = relay(database.port());
    monitoring = MonitoringDatabase.open(database.url(), Postgres.USER, "");
    belongings.add(monitoring::close);
    clock = SteppedClock.find(directory.resolve("clock"));
    gatewayDisk =
        external ? Optional.empty() : SmallDisk.mount(directory.resolve("gateway"), log("mount"));
    gatewayDisk.ifPresent(disk -> belongings.add(disk::close));
    int tcp = Ports.free();
    mosquitto =
        external
            ? Optional.of(
                Mosquitto.start(directory.resolve("broker"), log("mosquitto"), belongings))
            : Optional.empty();
    brokerLine = external ? Optional.of(tapped(mosquitto.orElseThrow().port())) : Optional.empty();
    int mqtt = external ? mosquitto.orElseThrow().port() : Ports.free();
    gateway = new GatewayProcess(environment(mqtt, tcp), external ? tcp : mqtt, log("gateway"));
    belongings.add(gateway::kill);
    mqttLine = relay(mqtt);
    tcpLine = relay(tcp);
  }

  private Relay tapped(int target) throws IOException {
    Relay relay = Relay.to(target, () -> new Tap(this::takenOver));
    belongings.add(relay::close);
    return relay;
  }

  /** The gateway acknowledged that frame to the broker. */
  private void takenOver(String frame) {
    for (SendingLogger logger : loggers) {
      if (frame.contains("MN=" + logger.mn() + ";")) {
        int qn = frame.indexOf("QN=") + 3;
        logger.frames().number(frame.substring(qn, qn + 17)).ifPresent(logger.ledger()::takeOver);
      }
    }
  }

  /**
   * Starts everything and lets the loggers connect.
   *
   * @param directory for all files; logs of the processes are kept there
   * @param programs of PostgreSQL
   * @param external whether the broker is a process of its own, Mosquitto, and not the gateway's
   * @param live whether the loggers send seconds of today, and not minutes of days ago
   */
  static Laboratory open(Path directory, PostgresPrograms programs, boolean external, boolean live)
      throws IOException, InterruptedException {
    Belongings belongings = new Belongings();
    try {
      Laboratory laboratory = new Laboratory(directory, programs, external, belongings);
      laboratory.register(live);
      laboratory.gateway.awaitReady();
      laboratory.loggers.forEach(laboratory::start);
      return laboratory;
    } catch (IOException | InterruptedException | RuntimeException e) {
      belongings.giveBack();
      throw e;
    }
  }

  private Relay relay(int target) throws IOException {
    Relay relay = Relay.to(target);
    belongings.add(relay::close);
    return relay;
  }

  private void start(SendingLogger logger) {
    belongings.add(logger::stop);
    Thread thread = new Thread(logger, "logger " + logger.mn());
    thread.setDaemon(true);
    thread.start();
  }

  private Map<String, String> environment(int mqtt, int tcp) {
    Map<String, String> environment = new HashMap<>();
    clock.ifPresent(stepped -> environment.putAll(stepped.environment()));
    environment.put("TIJIAN_MONITORING_URL", Postgres.impatientUrl(databaseLine.port()));
    environment.put("TIJIAN_MONITORING_USER", Postgres.USER);
    environment.put("TIJIAN_MONITORING_PASSWORD", "");
    environment.put("TIJIAN_DATA_DIR", directory.resolve("gateway").toString());
    environment.put("TIJIAN_MQTT_TLS_PORT", "0");
    environment.put("TIJIAN_TCP_PORT", Integer.toString(tcp));
    // Its commands would find nobody who carries them out.
    environment.put("TIJIAN_BACKFILL_ENABLED", "false");
    // The frames are of days ago: readings are folded, and thawed for the next ones, all the time.
    environment.put("TIJIAN_STORE_UPKEEP_EVERY", "PT3S");
    if (brokerLine.isPresent()) {
      environment.put("TIJIAN_MQTT_URL", "tcp://127.0.0.1:" + brokerLine.get().port());
    } else {
      environment.put("TIJIAN_MQTT_PORT", Integer.toString(mqtt));
    }
    return environment;
  }

  private void register(boolean live) {
    SiteRegister register = SiteRegister.on(monitoring);
    Site site = register.addSite(new LocalName("故障实验室", "Fault laboratory"));
    for (int i = 0; i < MQTT_LOGGERS + TCP_LOGGERS; i++) {
      boolean tcp = i >= MQTT_LOGGERS;
      String mn = "LAB%s%017d".formatted(tcp ? "TCP0" : "MQTT", i);
      Outlet outlet =
          register.addOutlet(
              new Outlet(
                  0,
                  site.id(),
                  "DA%03d".formatted(i),
                  new LocalName("口", "Outlet"),
                  null,
                  false,
                  List.of()));
      register.addDevice(mn, outlet.id());
      KnownFrames frames =
          live ? KnownFrames.live(mn, liveStart(), tcp) : KnownFrames.old(mn, start(), tcp);
      loggers.add(
          tcp ? tcpLogger(mn, outlet.id(), frames) : mqttLogger(mn, outlet.id(), frames, register));
    }
  }

  private SendingLogger mqttLogger(
      String mn, long outlet, KnownFrames frames, SiteRegister register) {
    String password = register.issueCredential(mn, "faults").password();
    Ledger ledger = new Ledger();
    return new SendingLogger(
        mn,
        outlet,
        frames,
        ledger,
        () -> MqttMouth.open(mqttLine.port(), mn, password, ledger),
        MQTT_PACE);
  }

  private SendingLogger tcpLogger(String mn, long outlet, KnownFrames frames) {
    LoggerSettings.on(monitoring).setDialect(mn, Dialect.STANDARD.withTcp(true));
    Ledger ledger = new Ledger();
    return new SendingLogger(
        mn, outlet, frames, ledger, () -> TcpMouth.open(tcpLine.port(), frames, ledger), TCP_PACE);
  }

  private static Instant liveStart() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(LIVE_BACK);
  }

  private static Instant start() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS_BACK, ChronoUnit.DAYS);
  }

  private Path log(String name) {
    return directory.resolve(name + ".log");
  }

  Postgres database() {
    return database;
  }

  Optional<SmallDisk> databaseDisk() {
    return databaseDisk;
  }

  /** Of the gateway; empty where libfaketime is not installed. */
  Optional<SteppedClock> clock() {
    return clock;
  }

  /** Under the gateway's own broker; empty where there is none or this process may not mount. */
  Optional<SmallDisk> gatewayDisk() {
    return gatewayDisk;
  }

  Relay databaseLine() {
    return databaseLine;
  }

  /** Empty where the gateway's own broker is used. */
  Optional<Mosquitto> mosquitto() {
    return mosquitto;
  }

  /** From the gateway to that broker. */
  Optional<Relay> brokerLine() {
    return brokerLine;
  }

  GatewayProcess gateway() {
    return gateway;
  }

  List<Relay> loggerLines() {
    return List.of(mqttLine, tcpLine);
  }

  List<SendingLogger> loggers() {
    return loggers;
  }

  MonitoringDatabase monitoring() {
    return monitoring;
  }

  /** What can be done here. */
  Set<Fault> possible() {
    EnumSet<Fault> possible = EnumSet.allOf(Fault.class);
    possible.removeIf(fault -> !fault.isPossible(this));
    return possible;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    belongings.giveBack();
  }
}
