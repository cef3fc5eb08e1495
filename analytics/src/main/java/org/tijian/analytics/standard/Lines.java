package org.tijian.analytics.standard;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which line of a YAML text each field stands, by its path, from 1. */
record Lines(Map<String, Integer> byPath) {

  static Lines of(String yaml) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String path = parser.streamReadContext().pathAsPointer().toString();
        lines.putIfAbsent(plain(path), parser.currentTokenLocation().getLineNr());
      }
    } catch (JacksonException e) {
      return new Lines(lines);
    }
    return new Lines(lines);
  }

  /** {@code /instruments/0/design} as {@code instruments[0].design}. */
  private static String plain(String pointer) {
    return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replaceFirst("^/", "").replace('/', '.');
  }

  /** The line of the field; where it is missing, of what it is missing from. */
  int line(String path) {
    String at = path;
    while (!at.isEmpty() && !byPath.containsKey(at)) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return byPath.getOrDefault(at, 1);
  }
}
