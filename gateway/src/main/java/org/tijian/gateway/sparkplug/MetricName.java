package org.tijian.gateway.sparkplug;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a metric that is part of a reading: {@code a21026-Rtd}, {@code minute/a21026-Avg}, {@code
 * hour/a21026-Avg}. Without a period before it {@code -Rtd}, {@code -ZsRtd} and {@code -Flag} are
 * real-time data, the others minute data.
 *
 * @param kind as in our JSON
 * @param property as in our JSON
 */
record MetricName(String kind, String factor, String property) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(realtime|minute|hour|day)/)?([0-9A-Za-z]{1,16})-"
              + "(Rtd|ZsRtd|Avg|Min|Max|Cou|ZsAvg|Flag)");

  static Optional<MetricName> of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(3);
    String kind = matcher.group(1) == null ? usualKind(suffix) : matcher.group(1);
    String property = Character.toLowerCase(suffix.charAt(0)) + suffix.substring(1);
    return Optional.of(new MetricName(kind, matcher.group(2), property));
  }

  private static String usualKind(String suffix) {
    return suffix.endsWith("Rtd") || suffix.equals("Flag") ? "realtime" : "minute";
  }
}
