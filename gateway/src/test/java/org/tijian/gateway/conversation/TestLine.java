package org.tijian.gateway.conversation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.codec.Keys;

/** A registered logger on a socket, the journal, and a clock that stands until it is moved. */
final class TestLine implements AutoCloseable, Downlink {
  static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
  static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), 3, Duration.ofMinutes(2), Duration.ofMinutes(1));

  final String mn = "MN" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final CommandJournal journal;
  final LoggerSettings settings;
  private @Nullable SocketLogger logger;

  TestLine(MonitoringDatabase database, LoggerSettings settings) {
    this.journal = CommandJournal.on(database, now::get);
    this.settings = settings;
    SiteRegister register = SiteRegister.on(database);
    Site site = register.addSite(new LocalName("厂", "Plant"));
    LocalName name = new LocalName("口", "Outlet");
    long outlet =
        register.addOutlet(new Outlet(0, site.id(), "DA001", name, null, false, List.of())).id();
    register.addDevice(mn, outlet);
  }

  SocketLogger connect(Keys keys) throws IOException {
    cut();
    SocketLogger connected = new SocketLogger(mn, keys);
    logger = connected;
    return connected;
  }

  SocketLogger connect() throws IOException {
    return connect(Keys.NONE);
  }

  void speaks(
      Dialect.Edition edition, ZoneOffset offset, Dialect.Cipher cipher, @Nullable String pw) {
    Dialect standard = Dialect.STANDARD;
    settings.setDialect(
        mn,
        new Dialect(
            edition,
            standard.encoding(),
            standard.checkSum(),
            offset,
            standard.factorMap(),
            Map.of(),
            cipher,
            pw,
            "31",
            false,
            true));
  }

  Exchanges gateway(String name) {
    return new Exchanges(journal, settings, this, new Speakers(), PATIENCE, now::get, name);
  }

  Command order(CommandKind kind, Map<String, String> parameters) {
    return journal.order(
        new CommandJournal.Order(
            mn, kind, parameters, Command.Origin.PERSON, "director", true, null, null));
  }

  Command order(CommandKind kind) {
    return order(kind, Map.of());
  }

  Command read(Command command) {
    return journal.find(command.id()).orElseThrow();
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** What the gateway's end makes of a frame that the logger said. */
  Heard heard(Hj212Frame frame) {
    return new Heard(mn, frame, to(mn).orElseThrow(), now.get());
  }

  @Override
  public List<String> connected() {
    return logger == null ? List.of() : List.of(mn);
  }

  @Override
  public Optional<ReplyPath> to(String wanted) {
    SocketLogger connected = logger;
    return connected != null && wanted.equals(mn) ? Optional.of(connected::send) : Optional.empty();
  }

  /** The gateway knows that it has gone. */
  void cut() throws IOException {
    if (logger != null) {
      logger.close();
      logger = null;
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
