package org.tijian.gateway.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.tijian.analytics.site.SiteRegister;

/**
 * Asks the register for every connection. Only while the database cannot be asked, the password
 * that was right the last time still is: loggers lose their line often, and telling them "wrong
 * password" because our database restarts would send people out to the site.
 */
final class DevicePasswords {
  private static final Logger log = LoggerFactory.getLogger(DevicePasswords.class);

  private final SiteRegister register;

  /** SHA-256 of the password that was accepted last, by MN. */
  private final ConcurrentMap<String, byte[]> accepted = new ConcurrentHashMap<>();

  DevicePasswords(SiteRegister register) {
    this.register = register;
  }

  boolean isAuthentic(String mn, String password) {
    byte[] offered = hash(password);
    try {
      boolean authentic = register.isAuthentic(mn, password);
      if (authentic) {
        accepted.put(mn, offered);
      } else {
        // Perhaps revoked: not to be trusted later either.
        accepted.computeIfPresent(
            mn, (k, last) -> MessageDigest.isEqual(last, offered) ? null : last);
      }
      return authentic;
    } catch (NestedRuntimeException e) {
      log.warn("the register cannot be asked about {}: {}", mn, e.toString());
      return MessageDigest.isEqual(accepted.get(mn), offered);
    }
  }

  private static byte[] hash(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
