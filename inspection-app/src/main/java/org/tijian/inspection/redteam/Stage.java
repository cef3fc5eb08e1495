package org.tijian.inspection.redteam;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.chain.RecordCheck;

/**
 * A running throw-away server on which visits are played.
 *
 * @param later lets time go by on it
 */
record Stage(
    ApplicationContext server,
    Target.Databases databases,
    Path dataDirectory,
    Consumer<Duration> later) {

  /**
   * Plays three visits, of which everything is logged at DEBUG; heads that cover them are
   * published.
   */
  Target play() {
    try (LogCapture log = new LogCapture()) {
      Play play = people();
      return target(play, play.closed(), play.closing(), play.closed(), log.bytes());
    }
  }

  /** Plays no more than one visit, closed. */
  Target playOne() {
    try (LogCapture log = new LogCapture()) {
      Play play = people();
      Visit visit = play.closed();
      return target(play, visit, visit, visit, log.bytes());
    }
  }

  private Play people() {
    return new Play(
        port(),
        server.getBean(Accounts.class),
        server.getBean(SiteRegister.class),
        server.getBean(Clock.class));
  }

  private Target target(Play play, Visit closed, Visit closing, Visit doomed, byte[] log) {
    cover(play, closed);
    return new Target(
        port(),
        databases,
        dataDirectory,
        play.people,
        closed,
        closing,
        doomed,
        () -> log,
        later,
        (file, heads) -> RecordCheck.of(file, heads).misfits());
  }

  /** Has a head published that covers the record so far. */
  private void cover(Play play, Visit visit) {
    later.accept(Duration.ofMinutes(2));
    new Visitor(port()).signedIn(play.people.director()).get(visit.path("/access/file")).required();
  }

  private int port() {
    return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
