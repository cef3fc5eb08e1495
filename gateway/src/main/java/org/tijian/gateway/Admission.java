package org.tijian.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.analytics.site.Dialect;
import org.tijian.gateway.inbox.RawMessage;

/**
 * Whose message it is. Behind the broker the topic says so; over TCP the frame does, and is
 * believed only where the logger is registered, may come over TCP, and sends its password.
 */
final class Admission {
  private final Loggers loggers;
  private final Strangers strangers = new Strangers();
  private final SecondLooks secondLooks = new SecondLooks();
  private final MeterRegistry meters;

  Admission(Loggers loggers, MeterRegistry meters) {
    this.loggers = loggers;
    this.meters = meters;
  }

  /**
   * @param objection why its frames are not taken in; null if they are
   */
  record Admitted(String mn, Dialect dialect, @Nullable Refused objection) {}

  /** Empty if the message is only counted: nobody known sent it, and enough of that is kept. */
  Optional<Admitted> of(RawMessage message) {
    String proven = message.from().mn();
    if (message.from().proven() && proven != null) {
      return Optional.of(new Admitted(proven, loggers.dialect(proven), null));
    }
    Claim claim = Claim.in(message.payload());
    String mn = claim.mn() == null ? proven : claim.mn();
    if (mn == null) {
      count("no-mn");
      return Optional.empty();
    }
    return claimed(mn, claim, message);
  }

  private Optional<Admitted> claimed(String mn, Claim claim, RawMessage message) {
    Admitted admitted = judged(mn, claim);
    Refused objection = admitted.objection();
    if (objection == null) {
      return Optional.of(admitted);
    }
    if (objection.code().equals("unknown-device")) {
      loggers.waits(
          mn, message.from().transport(), message.origin(), claim.password(), message.receivedAt());
    }
    if (strangers.mayKeep(mn, message.receivedAt())) {
      return Optional.of(admitted);
    }
    count(objection.code());
    return Optional.empty();
  }

  /** As {@link #of}, for a frame that was kept: nobody is announced and nothing is counted. */
  Admitted again(String mn, boolean proven, byte[] bytes) {
    return proven ? new Admitted(mn, loggers.dialect(mn), null) : judged(mn, Claim.in(bytes));
  }

  private Admitted judged(String mn, Claim claim) {
    if (!loggers.isRegistered(mn)) {
      return new Admitted(mn, Dialect.STANDARD, new Refused("unknown-device", mn, null, 0));
    }
    Dialect dialect = loggers.dialect(mn);
    String objection = objection(dialect, claim);
    if (objection != null && secondLooks.mayLook()) {
      dialect = loggers.dialectNow(mn);
      objection = objection(dialect, claim);
    }
    return new Admitted(
        mn, dialect, objection == null ? null : new Refused(objection, null, null, 0));
  }

  private static @Nullable String objection(Dialect dialect, Claim claim) {
    if (!dialect.tcp()) {
      return "tcp-not-allowed";
    }
    String password = dialect.password();
    return password == null || claim.knows(password) ? null : "wrong-password";
  }

  private void count(String reason) {
    meters.counter("tijian.gateway.tcp.refused", "reason", reason).increment();
  }
}
