package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Dialect.Cipher;
import org.tijian.analytics.site.Dialect.Edition;

/**
 * Reads the options that say how a logger speaks: {@code edition, access-password, answers, cipher,
 * key, fault, seed, gap-from, gap-hours}.
 */
final class Manners {
  static final String KEY_VARIABLE = "TIJIAN_DEVICE_KEY";

  /** The value of an option; null if it is not given. */
  interface Options {
    @Nullable String get(String name);
  }

  private Manners() {}

  /**
   * @throws IllegalArgumentException if an option cannot be read
   */
  static Manner read(Options options, Map<String, String> environment) {
    String key = or(options.get("key"), environment.get(KEY_VARIABLE));
    String password = options.get("access-password");
    Set<Fault> faults = faults(options.get("fault"));
    return new Manner(
        edition(options.get("edition")),
        password == null ? EmulatedOutlet.ACCESS_PASSWORD : password,
        "true".equals(options.get("answers")),
        cipher(options.get("cipher")),
        key == null ? null : key(key),
        faults,
        number("seed", options.get("seed"), 0),
        cut(options));
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static Edition edition(@Nullable String text) {
    if (text == null) {
      return Edition.E2017;
    }
    return Arrays.stream(Edition.values())
        .filter(edition -> edition.name().equals("E" + text))
        .findFirst()
        .orElseThrow(() -> wrong("edition", text, "2005, 2017 or 2025"));
  }

  private static Cipher cipher(@Nullable String text) {
    if (text == null) {
      return Cipher.NONE;
    }
    return switch (text) {
      case "binary" -> Cipher.SM4_BINARY;
      case "text" -> Cipher.SM4_TEXT;
      default -> throw wrong("cipher", text, "binary or text");
    };
  }

  static byte[] key(String text) {
    if (!text.matches("[0-9A-Fa-f]{32}")) {
      throw new IllegalArgumentException("the key has 16 bytes, 32 hexadecimal digits");
    }
    return HexFormat.of().parseHex(text);
  }

  private static Set<Fault> faults(@Nullable String names) {
    return names == null || names.isBlank()
        ? Set.of()
        : Arrays.stream(names.split(",")).map(Fault::of).collect(Collectors.toUnmodifiableSet());
  }

  private static Manner.@Nullable Cut cut(Options options) {
    String from = options.get("gap-from");
    if (from == null) {
      return null;
    }
    long hours = number("gap-hours", options.get("gap-hours"), 1);
    try {
      return new Manner.Cut(Instant.parse(from), Duration.ofHours(hours));
    } catch (DateTimeParseException e) {
      throw wrong("gap-from", from, "a time such as 2026-10-24T00:00:00Z");
    }
  }

  private static long number(String name, @Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw wrong(name, text, "a number");
    }
    return Long.parseLong(text);
  }

  private static IllegalArgumentException wrong(String name, String text, String wanted) {
    return new IllegalArgumentException("%s '%s' is not %s".formatted(name, text, wanted));
  }
}
