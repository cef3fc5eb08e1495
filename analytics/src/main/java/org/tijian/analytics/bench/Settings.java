package org.tijian.analytics.bench;

import java.util.HashMap;
import java.util.Map;

/**
 * Options of a measurement.
 *
 * @param url a server's JDBC address with user and password in it; empty: an embedded server
 */
record Settings(String url, int outlets, int days, int noise, long seed) {

  /**
   * @throws IllegalArgumentException if an option is unknown or no number
   */
  static Settings read(String[] arguments, int outlets, int days) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length || !arguments[i].matches("--(url|outlets|days|noise|seed)")) {
        throw new IllegalArgumentException("no such option: " + arguments[i]);
      }
      given.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return new Settings(
        given.getOrDefault("url", ""),
        number(given, "outlets", outlets),
        number(given, "days", days),
        number(given, "noise", 2),
        number(given, "seed", 1));
  }

  private static int number(Map<String, String> given, String option, int otherwise) {
    return Integer.parseInt(given.getOrDefault(option, Integer.toString(otherwise)));
  }

  static String help(String name, int outlets, int days) {
    return """
        usage: bench %s [options]
          --url JDBC     a PostgreSQL, user and password included, in which a database is created
                         and dropped; otherwise an embedded server is started
          --outlets N    outlets with 12 factors each (%d)
          --days N       days of minutes up to now (%d)
          --noise N      noise of the values in per cent (2)
          --seed N       of the values (1)
        """
        .formatted(name, outlets, days);
  }
}
