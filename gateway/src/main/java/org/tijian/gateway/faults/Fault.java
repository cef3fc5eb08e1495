package org.tijian.gateway.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** What is done to the processes under test while loggers send. Each can be undone. */
enum Fault {
  /** kill -9; with the broker of its own in it where there is no other. */
  KILL_GATEWAY(Victim.GATEWAY) {
    @Override
    void begin(Laboratory laboratory) throws InterruptedException {
      laboratory.gateway().kill();
    }

    @Override
    void end(Laboratory laboratory) throws IOException {
      laboratory.gateway().restart();
    }
  },
  /**
   * The disk under the gateway's own broker takes nothing more; the broker may end itself over it
   * and is brought back by the gateway.
   */
  BROKER_DISK_FULL(Victim.BROKER) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.gatewayDisk().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.gatewayDisk().orElseThrow().fill();
    }

    @Override
    void end(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.gatewayDisk().orElseThrow().makeRoom();
    }
  },
  /** The gateway's clock is an hour fast, and then set right. */
  CLOCK_FORWARD(Victim.CLOCK) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.clock().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) throws IOException {
      laboratory.clock().orElseThrow().set(Duration.ofHours(1));
    }

    @Override
    void end(Laboratory laboratory) throws IOException {
      laboratory.clock().orElseThrow().set(Duration.ZERO);
    }
  },
  /** The gateway's clock is an hour slow, and then set right. */
  CLOCK_BACK(Victim.CLOCK) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.clock().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) throws IOException {
      laboratory.clock().orElseThrow().set(Duration.ofHours(-1));
    }

    @Override
    void end(Laboratory laboratory) throws IOException {
      laboratory.clock().orElseThrow().set(Duration.ZERO);
    }
  },
  /** The gateway's clock jumps to just before midnight in Beijing, goes over it, and comes back. */
  CLOCK_OVER_MIDNIGHT(Victim.CLOCK) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.clock().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) throws IOException {
      ZonedDateTime now = ZonedDateTime.now(ZoneOffset.ofHours(8));
      ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
      laboratory.clock().orElseThrow().set(Duration.between(now, midnight.minusSeconds(2)));
    }

    @Override
    void end(Laboratory laboratory) throws IOException {
      laboratory.clock().orElseThrow().set(Duration.ZERO);
    }
  },
  /** kill -9 of a broker that is a process of its own; started again. */
  KILL_BROKER(Victim.BROKER) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.mosquitto().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) throws InterruptedException {
      laboratory.mosquitto().orElseThrow().kill();
    }

    @Override
    void end(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.mosquitto().orElseThrow().restore();
    }
  },
  /** The line between the gateway and a broker of another process dies without a word. */
  BROKER_LINE_DEAD(Victim.BROKER_LINE) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.brokerLine().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) {
      laboratory.brokerLine().orElseThrow().fallSilent();
    }

    @Override
    void end(Laboratory laboratory) {
      laboratory.brokerLine().orElseThrow().speak();
    }
  },
  /** kill -9 of the server and all its children. */
  KILL_DATABASE(Victim.DATABASE) {
    @Override
    void begin(Laboratory laboratory) throws InterruptedException {
      laboratory.database().kill();
    }

    @Override
    void end(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.database().restore();
    }
  },
  /** Stopped in good order, and not there for a while. */
  DATABASE_GONE(Victim.DATABASE) {
    @Override
    void begin(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.database().stop();
    }

    @Override
    void end(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.database().restore();
    }
  },
  /** Its processes stand still; connections stay open, new ones are taken and not answered. */
  DATABASE_HUNG(Victim.DATABASE) {
    @Override
    void begin(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.database().freeze();
    }

    @Override
    void end(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.database().thaw();
    }
  },
  /** The database's disk takes nothing more; the server may panic over it. */
  DATABASE_DISK_FULL(Victim.DATABASE) {
    @Override
    boolean isPossible(Laboratory laboratory) {
      return laboratory.databaseDisk().isPresent();
    }

    @Override
    void begin(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.databaseDisk().orElseThrow().fill();
    }

    @Override
    void end(Laboratory laboratory) throws IOException, InterruptedException {
      laboratory.databaseDisk().orElseThrow().makeRoom();
      laboratory.database().restore();
    }
  },
  /** The line between gateway and database dies without a word. */
  DATABASE_LINE_DEAD(Victim.DATABASE_LINE) {
    @Override
    void begin(Laboratory laboratory) {
      laboratory.databaseLine().fallSilent();
    }

    @Override
    void end(Laboratory laboratory) {
      laboratory.databaseLine().speak();
    }
  },
  /** The lines of the loggers die without a word. */
  LOGGER_LINES_DEAD(Victim.LOGGER_LINES) {
    @Override
    void begin(Laboratory laboratory) {
      laboratory.loggerLines().forEach(Relay::fallSilent);
    }

    @Override
    void end(Laboratory laboratory) {
      laboratory.loggerLines().forEach(Relay::speak);
    }
  };

  /** Two faults of one victim would get in each other's way. */
  enum Victim {
    GATEWAY,
    CLOCK,
    BROKER,
    BROKER_LINE,
    DATABASE,
    DATABASE_LINE,
    LOGGER_LINES
  }

  private final Victim victim;

  Fault(Victim victim) {
    this.victim = victim;
  }

  Victim victim() {
    return victim;
  }

  /** Whether this machine and this laboratory can do it. */
  boolean isPossible(Laboratory laboratory) {
    return true;
  }

  abstract void begin(Laboratory laboratory) throws IOException, InterruptedException;

  /** Undoes it; what has ended is started again. */
  abstract void end(Laboratory laboratory) throws IOException, InterruptedException;

  /** As it is written: {@code kill-gateway}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
