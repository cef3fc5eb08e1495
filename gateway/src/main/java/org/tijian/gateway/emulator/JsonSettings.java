package org.tijian.gateway.emulator;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings that another process hands over in one line, so that passwords stand on no command
 * line: {@code {"broker", "devices": [{"mn", "password", "profile", "historyFrom"}], "live"}}. A
 * device may also have the options of {@link Manners}, named as on the command line.
 */
final class JsonSettings {
  private JsonSettings() {}

  /**
   * @throws IllegalArgumentException if the line cannot be read; its text is not repeated
   */
  static EmulatorSettings read(
      String line, Duration interval, @Nullable Path ackedLog, @Nullable Path sheet) {
    JsonNode root = parsed(line);
    List<EmulatorSettings.Device> devices = new ArrayList<>();
    root.path("devices").forEach(node -> devices.add(device(node)));
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("the settings name no device");
    }
    boolean live = root.path("live").asBoolean(true);
    return new EmulatorSettings(
        text(root, "broker"), devices, live, interval, null, ackedLog, sheet);
  }

  private static JsonNode parsed(String line) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the settings are no JSON object in one line", e);
    }
  }

  private static EmulatorSettings.Device device(JsonNode node) {
    String from = node.path("historyFrom").asString(null);
    try {
      return new EmulatorSettings.Device(
          text(node, "mn"),
          text(node, "password"),
          Profile.of(text(node, "profile")),
          from == null ? null : Instant.parse(from),
          Manners.read(name -> node.path(name).asString(null), Map.of()),
          null);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("historyFrom '%s' is no time".formatted(from), e);
    }
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("the settings lack the text '%s'".formatted(name));
    }
    return value.stringValue();
  }
}
