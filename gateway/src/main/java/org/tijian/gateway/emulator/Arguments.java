package org.tijian.gateway.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command line of the emulator: {@code --name value} pairs, and switches. */
final class Arguments {
  static final String PASSWORD_VARIABLE = "TIJIAN_DEVICE_PASSWORD";

  private static final Set<String> NAMES =
      Set.of(
          "--broker",
          "--tcp",
          "--mn",
          "--password",
          "--outlet",
          "--from",
          "--seconds",
          "--interval",
          "--acked-log",
          "--sheet",
          "--config",
          "--edition",
          "--access-password",
          "--ca",
          "--cert",
          "--cert-key",
          "--cipher",
          "--key",
          "--fault",
          "--seed",
          "--gap-from",
          "--gap-hours");
  private static final String LIVE = "--live";
  private static final Set<String> SWITCHES = Set.of(LIVE, "--answers");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException if an argument is unknown or lacks its value
   */
  Arguments(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      if (SWITCHES.contains(name)) {
        values.put(name, "true");
      } else if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("unknown argument %s".formatted(name));
      } else if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("%s wants a value".formatted(name));
      } else {
        values.merge(name, arguments[++i], (before, more) -> before + "," + more);
      }
    }
  }

  /** Whether the settings come from standard input. */
  boolean fromInput() {
    String config = values.get("--config");
    if (config != null && !config.equals("-")) {
      throw new IllegalArgumentException("--config reads standard input only: --config -");
    }
    return config != null;
  }

  @Nullable Path ackedLog() {
    return file("--acked-log");
  }

  @Nullable Path sheet() {
    return file("--sheet");
  }

  private @Nullable Path file(String name) {
    String file = values.get(name);
    return file == null ? null : Path.of(file);
  }

  Duration interval() {
    Duration interval = seconds("--interval");
    return interval == null ? EmulatorSettings.REAL_TIME_INTERVAL : interval;
  }

  /**
   * @param environment where the password may stand instead
   * @throws IllegalArgumentException if something is missing or cannot be read
   */
  EmulatorSettings settings(Map<String, String> environment) {
    Profile profile = Profile.of(values.getOrDefault("--outlet", Profile.TURBINE_A.name()));
    Instant from = from();
    Manner manner = Manners.read(name -> values.get("--" + name), environment);
    String tcp = values.get("--tcp");
    Tls tls = tls();
    boolean nameless = tcp != null || (tls != null && tls.signsIn());
    String password = nameless ? "" : password(environment);
    EmulatorSettings.Device device =
        new EmulatorSettings.Device(required("--mn"), password, profile, from, manner, tls);
    return new EmulatorSettings(
        tcp == null ? values.getOrDefault("--broker", "tcp://127.0.0.1:1883") : "hj212://" + tcp,
        List.of(device),
        from == null || values.containsKey(LIVE),
        interval(),
        seconds("--seconds"),
        ackedLog(),
        sheet());
  }

  private @Nullable Tls tls() {
    Path authority = file("--ca");
    return authority == null ? null : new Tls(authority, file("--cert"), file("--cert-key"));
  }

  private String password(Map<String, String> environment) {
    String given = values.getOrDefault("--password", environment.get(PASSWORD_VARIABLE));
    if (given == null || given.isEmpty()) {
      throw new IllegalArgumentException(
          "--password or the variable %s is missing".formatted(PASSWORD_VARIABLE));
    }
    return given;
  }

  private String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("%s is missing".formatted(name));
    }
    return value;
  }

  private @Nullable Instant from() {
    String text = values.get("--from");
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--from '%s' is no time such as 2026-10-24T00:00:00Z".formatted(text), e);
    }
  }

  private @Nullable Duration seconds(String name) {
    String text = values.get(name);
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("%s '%s' is no number of seconds".formatted(name, text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
