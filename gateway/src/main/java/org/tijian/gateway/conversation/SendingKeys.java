package org.tijian.gateway.conversation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.LoggerSettings.Key;
import org.tijian.gateway.codec.Keys;

/** Which key a logger understands at the moment. */
final class SendingKeys {
  private final LoggerSettings settings;

  SendingKeys(LoggerSettings settings) {
    this.settings = settings;
  }

  /**
   * The newest that it is known to use; before any is, the first it was given, because later ones
   * are told to it under that.
   */
  Keys of(String mn, Dialect dialect) {
    if (dialect.cipher() == Dialect.Cipher.NONE) {
      return Keys.NONE;
    }
    List<Key> keys = settings.keys(mn);
    if (keys.isEmpty()) {
      return Keys.NONE;
    }
    Key first = keys.get(keys.size() - 1);
    Key current = keys.stream().filter(key -> key.inUseSince() != null).findFirst().orElse(first);
    return Keys.of(List.of(current.key()));
  }

  /**
   * @throws IllegalArgumentException if the logger has no such key
   */
  String text(String mn, String id) {
    return settings.keys(mn).stream()
        .filter(key -> Long.toString(key.id()).equals(id))
        .findFirst()
        .map(key -> new String(key.key(), StandardCharsets.US_ASCII))
        .orElseThrow(() -> new IllegalArgumentException("%s has no key %s".formatted(mn, id)));
  }
}
