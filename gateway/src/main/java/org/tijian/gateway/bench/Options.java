package org.tijian.gateway.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of one measurement: {@code --name value} pairs, each with a default. */
final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param defaults every option there is
   * @throws IllegalArgumentException if an argument is unknown or lacks its value
   */
  static Options read(Map<String, String> defaults, String... arguments) {
    Map<String, String> values = new LinkedHashMap<>(defaults);
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!arguments[i].startsWith("--") || !defaults.containsKey(name)) {
        throw new IllegalArgumentException(
            "unknown argument %s; there are %s".formatted(arguments[i], defaults.keySet()));
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("%s wants a value".formatted(arguments[i]));
      }
      values.put(name, arguments[i + 1]);
    }
    return new Options(values);
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no option --" + name);
    }
    return value;
  }

  int number(String name) {
    try {
      int number = Integer.parseInt(text(name));
      if (number < 0) {
        throw new NumberFormatException("below zero");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--%s '%s' is no number from 0 up".formatted(name, text(name)), e);
    }
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }

  /** As on a command line: how to repeat the run. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    values.forEach((name, value) -> line.append(" --").append(name).append(' ').append(value));
    return line.toString().strip();
  }
}
