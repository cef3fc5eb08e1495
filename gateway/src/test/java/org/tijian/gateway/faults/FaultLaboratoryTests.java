package org.tijian.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tijian.gateway.faults.Fault.BROKER_DISK_FULL;
import static org.tijian.gateway.faults.Fault.CLOCK_BACK;
import static org.tijian.gateway.faults.Fault.CLOCK_FORWARD;
import static org.tijian.gateway.faults.Fault.CLOCK_OVER_MIDNIGHT;
import static org.tijian.gateway.faults.Fault.DATABASE_DISK_FULL;
import static org.tijian.gateway.faults.Fault.DATABASE_GONE;
import static org.tijian.gateway.faults.Fault.DATABASE_HUNG;
import static org.tijian.gateway.faults.Fault.DATABASE_LINE_DEAD;
import static org.tijian.gateway.faults.Fault.KILL_DATABASE;
import static org.tijian.gateway.faults.Fault.KILL_GATEWAY;
import static org.tijian.gateway.faults.Fault.LOGGER_LINES_DEAD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short version of {@code ./tijian bench faults}: every fault once, on real processes, with
 * frames of days ago, which are folded and thawed all the time.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultLaboratoryTests {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private static Path directory;
  private static Laboratory laboratory;

  @BeforeAll
  static void open() throws Exception {
    laboratory = opened(directory, false);
  }

  /** With the gateway's own broker. */
  static Laboratory opened(Path directory, boolean live) throws Exception {
    Path log = directory.resolve("unpack.log");
    PostgresPrograms programs = PostgresPrograms.find(null, directory.resolve("programs"), log);
    return Laboratory.open(directory, programs, false, live);
  }

  @AfterAll
  static void close() throws Exception {
    if (laboratory != null) {
      laboratory.close();
    }
  }

  @Test
  @Order(1)
  void killsOfGatewayAndDatabaseLoseNothingThatWasAcknowledged() throws Exception {
    assertGood(run(1, KILL_GATEWAY, KILL_DATABASE));
  }

  @Test
  @Order(2)
  void aDatabaseThatIsGoneAndLinesThatAreDeadLoseNothingThatWasAcknowledged() throws Exception {
    assertGood(run(2, DATABASE_GONE, LOGGER_LINES_DEAD));
  }

  @Test
  @Order(3)
  void aDatabaseThatHangsWithOpenConnectionsOrBehindADeadLineHoldsNothingUpForEver()
      throws Exception {
    assertGood(run(3, DATABASE_HUNG, DATABASE_LINE_DEAD));
  }

  @Test
  @Order(4)
  void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
    assumeTrue(DATABASE_DISK_FULL.isPossible(laboratory), "this machine does not let us mount");

    assertGood(run(4, DATABASE_DISK_FULL));
  }

  @Test
  @Order(5)
  void aDiskThatIsFullUnderTheBrokerLosesNothingAndNeedsNoRestart() throws Exception {
    assumeTrue(BROKER_DISK_FULL.isPossible(laboratory), "this machine does not let us mount");

    assertGood(run(5, BROKER_DISK_FULL));
  }

  @Test
  @Order(6)
  void stepsOfTheClockLoseNothingThatWasAcknowledged() throws Exception {
    assumeTrue(CLOCK_BACK.isPossible(laboratory), "libfaketime is not installed");

    assertGood(run(6, CLOCK_FORWARD));
    assertGood(run(7, CLOCK_BACK));
    assertGood(run(8, CLOCK_OVER_MIDNIGHT));
  }

  private static Outcome run(long seed, Fault... faults) throws Exception {
    return new Run(laboratory, PATIENCE)
        .carryOut(seed, Plan.of(new Random(seed), List.of(faults), Duration.ZERO, LONGEST));
  }

  static void assertGood(Outcome outcome) {
    assertThat(outcome.isGood()).as(outcome.line()).isTrue();
    assertThat(outcome.acknowledged()).isGreaterThan(100);
    assertThat(outcome.stored()).isEqualTo(outcome.acknowledged());
  }
}
