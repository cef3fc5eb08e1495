package org.tijian.gateway.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param runs how many
 * @param seed of the first run
 * @param shortest of the pauses between two steps
 * @param longest of the pauses between two steps
 * @param only faults to choose from
 * @param external whether the broker is Mosquitto, and not the gateway's own
 * @param live whether the loggers send seconds of today, and not minutes of days ago
 * @param postgres where the programs of PostgreSQL are; null to look for them
 * @param directory for all files; null for a temporary one
 * @param record to which the lines of the runs are added; null for nowhere
 */
record Options(
    int runs,
    long seed,
    Duration shortest,
    Duration longest,
    Set<Fault> only,
    boolean external,
    boolean live,
    @Nullable Path postgres,
    @Nullable Path directory,
    @Nullable Path record) {

  /**
   * @throws IllegalArgumentException if it makes no sense; the message says what does not
   */
  static Options of(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    int runs = number(given, "--runs", 10);
    long seed = number(given, "--seed", 1);
    int shortest = number(given, "--shortest", 0);
    int longest = number(given, "--longest", Math.max(3, shortest));
    if (longest < shortest) {
      throw new IllegalArgumentException("--longest is less than --shortest");
    }
    Set<Fault> only = only(given.remove("--only"));
    boolean external = isSecond("--broker", given, "embedded", "mosquitto");
    boolean live = isSecond("--frames", given, "old", "live");
    Path postgres = path(given.remove("--postgres"));
    Path directory = path(given.remove("--dir"));
    Path record = path(given.remove("--record"));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("there is no option " + given.keySet().iterator().next());
    }
    return new Options(
        runs,
        seed,
        Duration.ofSeconds(shortest),
        Duration.ofSeconds(longest),
        only,
        external,
        live,
        postgres,
        directory,
        record);
  }

  /** Those that decide what the runs are, as they are written. */
  String words() {
    String words =
        "--runs %d --seed %d --shortest %d --longest %d --broker %s"
            .formatted(
                runs,
                seed,
                shortest.toSeconds(),
                longest.toSeconds(),
                external ? "mosquitto" : "embedded");
    if (live) {
      words += " --frames live";
    }
    return only.size() == Fault.values().length
        ? words
        : words + " --only " + String.join(",", only.stream().map(Fault::word).toList());
  }

  /** Whether the second of two words is given; the first is the usual one. */
  private static boolean isSecond(
      String name, Map<String, String> given, String first, String second) {
    String text = given.remove(name);
    if (text == null || text.equals(first)) {
      return false;
    }
    if (!text.equals(second)) {
      throw new IllegalArgumentException("%s is %s or %s".formatted(name, first, second));
    }
    return true;
  }

  private static int number(Map<String, String> given, String name, int usual) {
    String text = given.remove(name);
    if (text == null) {
      return usual;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("%s '%s' is no number".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  private static @Nullable Path path(@Nullable String text) {
    return text == null ? null : Path.of(text);
  }

  private static Set<Fault> only(@Nullable String words) {
    if (words == null) {
      return EnumSet.allOf(Fault.class);
    }
    EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
    for (String word : words.split(",")) {
      faults.add(
          Arrays.stream(Fault.values())
              .filter(fault -> fault.word().equals(word))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("there is no fault " + word)));
    }
    return faults;
  }
}
