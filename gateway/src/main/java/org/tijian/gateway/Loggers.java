package org.tijian.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.LoggerSettings.Key;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.codec.Keys;

/** What is known of loggers, as the stages ask for it. */
record Loggers(SiteRegister register, LoggerSettings settings) {

  boolean isRegistered(String mn) {
    return register.outletOf(mn).isPresent();
  }

  Dialect dialect(String mn) {
    return settings.dialect(mn);
  }

  Dialect dialectNow(String mn) {
    return settings.dialectNow(mn);
  }

  Keys keys(String mn, Dialect dialect) {
    List<byte[]> newestFirst = settings.keys(mn).stream().map(Key::key).toList();
    return Keys.of(newestFirst, form(dialect.cipher()));
  }

  /** Notes when a key opens frames: by the first, the logger has taken it over. */
  void opened(String mn, int newestFirst, Instant receivedAt) {
    List<Key> keys = settings.keys(mn);
    if (newestFirst < keys.size()) {
      settings.keyInUse(keys.get(newestFirst), receivedAt);
    }
  }

  private static Keys.Form form(Dialect.Cipher cipher) {
    return switch (cipher) {
      case NONE -> Keys.Form.EITHER;
      case SM4_BINARY -> Keys.Form.BINARY;
      case SM4_TEXT -> Keys.Form.TEXT;
    };
  }

  void waits(
      String mn, String transport, String peer, @Nullable String password, Instant receivedAt) {
    settings.waits(mn, transport, peer, password, receivedAt);
  }
}
