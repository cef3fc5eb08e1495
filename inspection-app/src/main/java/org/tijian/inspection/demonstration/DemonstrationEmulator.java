package org.tijian.inspection.demonstration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.demonstration.DemonstrationSite.Emulated;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the loggers of the demonstration send: a process of its own that signs in to the broker of
 * this process as any logger does. Where the broker is another one, nobody plays.
 */
@Component
class DemonstrationEmulator implements SmartLifecycle {
  private static final String LABEL = "demonstration emulator";
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private final SiteRegister register;
  private final ReadingStore readings;
  private final ObjectProvider<BrokerAddress> broker;
  private final Environment settings;
  private final JsonMapper json;
  private final Clock clock;
  private final int historyDays;
  private @Nullable ChildProcess child;

  DemonstrationEmulator(
      SiteRegister register,
      ReadingStore readings,
      ObjectProvider<BrokerAddress> broker,
      Environment settings,
      JsonMapper json,
      Clock clock,
      @Value("${tijian.demo.history-days}") int historyDays) {
    this.register = register;
    this.readings = readings;
    this.broker = broker;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.historyDays = historyDays;
  }

  /** Starts the emulator for these loggers, if there is one and the broker is ours. */
  void play(List<Emulated> emulated) {
    BrokerAddress address = broker.getIfAvailable();
    if (emulated.isEmpty() || address == null || !isOurs()) {
      return;
    }
    Map<Emulated, String> passwords = new LinkedHashMap<>();
    emulated.forEach(each -> passwords.put(each, freshPassword(each.mn())));
    String url = "tcp://%s:%d".formatted(reachable(), address.port());
    Path log = Path.of(settings.getRequiredProperty("tijian.data-dir")).resolve("emulator.log");
    child = ChildProcess.keep(log, () -> instructions(url, passwords));
  }

  private boolean isOurs() {
    return settings.getProperty("tijian.mqtt.url", "").isBlank();
  }

  private String reachable() {
    String host = settings.getProperty("tijian.mqtt.host", "127.0.0.1");
    return host.equals("0.0.0.0") ? "127.0.0.1" : host;
  }

  /** The password of the last start ends with this one. */
  private String freshPassword(String mn) {
    register.credentials(mn).stream()
        .filter(each -> each.label().equals(LABEL) && each.revokedAt() == null)
        .forEach(each -> register.revokeCredential(mn, each.id()));
    return register.issueCredential(mn, LABEL).password();
  }

  /** What the emulator reads, as one line. */
  private String instructions(String url, Map<Emulated, String> passwords) {
    List<Instruction> devices =
        passwords.entrySet().stream()
            .map(
                each ->
                    new Instruction(
                        each.getKey().mn(),
                        each.getValue(),
                        each.getKey().profile(),
                        historyFrom(each.getKey().outletId())))
            .toList();
    return json.writeValueAsString(new Instructions(url, devices, true));
  }

  private record Instructions(String broker, List<Instruction> devices, boolean live) {}

  private record Instruction(
      String mn, String password, String profile, @Nullable Instant historyFrom) {}

  /**
   * Soon after the last minute that is stored, so that nothing is missing after a pause. A little
   * before it: frames within the broker's window may be stored in another order than sent, so the
   * last one says nothing about its neighbours; a minute that is sent again counts as a repeat.
   */
  private @Nullable Instant historyFrom(long outletId) {
    Optional<Instant> overlapping =
        readings
            .span(outletId, PeriodKind.MINUTE)
            .map(span -> later(span.first(), span.last().plusSeconds(60).minus(OVERLAP)));
    return overlapping.orElse(historyDays == 0 ? null : earliest());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Instant earliest() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(historyDays));
  }

  @Override
  public boolean isRunning() {
    return child != null;
  }

  @Override
  public void stop() {
    if (child != null) {
      child.close();
      child = null;
    }
  }

  /** Started by {@link #play}, when the broker and the accounts are there. */
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public void start() {}
}
