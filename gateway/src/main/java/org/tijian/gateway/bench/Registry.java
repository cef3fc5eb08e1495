package org.tijian.gateway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The measurements of the product. Every module may bring some along: it lists them in a resource
 * {@code META-INF/tijian/benches}, a line each: name, class with a {@code main}, what it measures.
 */
final class Registry {
  private static final String RESOURCE = "META-INF/tijian/benches";

  private Registry() {}

  /**
   * @param main class whose {@code main} takes the options
   */
  record Entry(String name, String main, String says) {}

  static List<Entry> read() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (URL url : Collections.list(Registry.class.getClassLoader().getResources(RESOURCE))) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
        lines.lines().filter(line -> !line.isBlank()).map(Registry::entry).forEach(entries::add);
      }
    }
    return entries;
  }

  static Entry entry(String line) {
    String[] parts = line.strip().split("\\s+", 3);
    if (parts.length < 3) {
      throw new IllegalStateException("'%s' of %s lacks a part".formatted(line, RESOURCE));
    }
    return new Entry(parts[0], parts[1], parts[2]);
  }
}
