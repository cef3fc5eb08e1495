package org.tijian.inspection.monitoring;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.LoggerSettings.Waiting;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Registers loggers. One that waits belongs to whom its password (PW) is known; passwords of
 * loggers are short, so guesses are counted.
 */
@Component
class LoggerRegistration {
  /** No line break or separator of frames. */
  private static final Pattern PASSWORD = Pattern.compile("[\\x21-\\x7e&&[^;=&#]]+");

  private static final int GUESSES = 10;
  private static final Duration REFILL = Duration.ofHours(1);

  private final SiteRegister register;
  private final LoggerSettings settings;
  private final FrameReplays replays;

  /** Directors are few, and their accounts are made by hand. */
  private final Map<UUID, Bucket> guesses = new ConcurrentHashMap<>();

  LoggerRegistration(SiteRegister register, LoggerSettings settings, FrameReplays replays) {
    this.register = register;
    this.settings = settings;
    this.replays = replays;
  }

  /** A password as frames carry it; null if nothing was filled in. */
  static @Nullable String password(String field, @Nullable String filled) {
    if (filled == null || filled.isBlank()) {
      return null;
    }
    String password = Input.text(field, filled, 24);
    Input.check(
        PASSWORD.matcher(password).matches(),
        field,
        "口令含有数据包不能携带的字符。",
        "The password holds characters that a frame cannot carry.");
    return password;
  }

  /** The waiting logger, if the password is its own. */
  Optional<Waiting> waiting(Account account, String mn, String password) {
    if (!Device.isMn(mn)) {
      return Optional.empty();
    }
    takeGuess(account);
    Optional<Waiting> found = settings.waiting(mn).filter(waiting -> isIts(waiting, password));
    found.ifPresent(waiting -> bucket(account).addTokens(1));
    return found;
  }

  Device register(Account account, Outlet outlet, String mn, String password) {
    if (register.device(mn).isPresent()) {
      throw taken();
    }
    Optional<Waiting> waiting = settings.waiting(mn);
    if (waiting.isPresent() && waiting(account, mn, password).isEmpty()) {
      throw wrongPassword();
    }
    Device device = added(mn, outlet);
    settings.setDialect(mn, first(password, waiting.orElse(null)));
    settings.leavesWaitingRoom(mn);
    if (waiting.isPresent()) {
      replays.ask(mn, account.username());
    }
    return device;
  }

  private Device added(String mn, Outlet outlet) {
    try {
      return register.addDevice(mn, outlet.id());
    } catch (IllegalArgumentException e) {
      throw taken();
    }
  }

  /** A logger that was heard over TCP is let in there: its owner has just told its password. */
  private static Dialect first(String password, @Nullable Waiting waiting) {
    boolean overTcp = waiting != null && waiting.transport().startsWith("tcp");
    return Dialect.STANDARD.withPassword(password).withTcp(overTcp);
  }

  private void takeGuess(Account account) {
    ConsumptionProbe probe = bucket(account).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw RefusedRequest.tooMany(
          new LocalName(
              "尝试次数过多，请 %d 秒后再试。".formatted(seconds),
              "Too many attempts. Try again in %d seconds.".formatted(seconds)),
          seconds);
    }
  }

  private Bucket bucket(Account account) {
    return guesses.computeIfAbsent(
        account.id(),
        unknown ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(GUESSES).refillGreedy(GUESSES, REFILL))
                .build());
  }

  private static boolean isIts(Waiting waiting, String password) {
    return waiting.passwordSha256() != null
        && MessageDigest.isEqual(waiting.passwordSha256(), sha256(password));
  }

  private static byte[] sha256(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static RefusedRequest taken() {
    return new RefusedRequest(
        409,
        "mn-taken",
        new LocalName("该 MN 已登记。", "A data logger of that MN is registered already."),
        "mn");
  }

  private static RefusedRequest wrongPassword() {
    return new RefusedRequest(
        409,
        "wrong-logger-password",
        new LocalName(
            "该数采仪正以另一口令发送数据，请填写数采仪中设置的访问密码（PW）。",
            "That data logger sends with another password. Enter the password (PW) that is set in it."),
        "password");
  }
}
