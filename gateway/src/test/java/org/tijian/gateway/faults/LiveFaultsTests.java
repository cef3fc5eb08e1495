package org.tijian.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Faults while loggers send what is new, as nearly all do: batches of one statement. The last two
 * tests show that the laboratory would notice; they need rows that nobody folds meanwhile.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveFaultsTests {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @TempDir private static Path directory;
  private static Laboratory laboratory;

  @BeforeAll
  static void open() throws Exception {
    laboratory = FaultLaboratoryTests.opened(directory, true);
  }

  @AfterAll
  static void close() throws Exception {
    if (laboratory != null) {
      laboratory.close();
    }
  }

  @Test
  @Order(1)
  void killsLoseNothingOfBatchesThatAreAllNew() throws Exception {
    Outcome outcome =
        run(1, Duration.ofMinutes(2), List.of(Fault.KILL_GATEWAY, Fault.KILL_DATABASE));

    FaultLaboratoryTests.assertGood(outcome);
  }

  @Test
  @Order(2)
  void aFrameThatIsAcknowledgedAndNotStoredIsNoticed() throws Exception {
    assertThat(
            sql(
                "delete from sample where (tableoid, ctid) in"
                    + " (select tableoid, ctid from sample limit 1)"))
        .isEqualTo(1);

    Outcome outcome = run(2, Duration.ofSeconds(2), List.of());

    assertThat(outcome.lost()).isEqualTo(1);
    assertThat(outcome.isGood()).isFalse();
  }

  @Test
  @Order(3)
  void aFrameThatIsStoredTwiceIsNoticed() throws Exception {
    sql("do 'begin perform fold_accounts(); end'");
    assertThat(
            sql(
                "update frame_day set stored = stored + 2"
                    + " where ctid = (select min(ctid) from frame_day)"))
        .isEqualTo(1);

    Outcome outcome = run(3, Duration.ofSeconds(2), List.of());

    assertThat(outcome.twice()).isPositive();
    assertThat(outcome.line()).contains("do not add up");
  }

  private static Outcome run(long seed, Duration patience, List<Fault> faults) throws Exception {
    return new Run(laboratory, patience)
        .carryOut(seed, Plan.of(new Random(seed), faults, Duration.ZERO, LONGEST));
  }

  private static int sql(String statement) {
    return laboratory.monitoring().jdbc().sql(statement).update();
  }
}
