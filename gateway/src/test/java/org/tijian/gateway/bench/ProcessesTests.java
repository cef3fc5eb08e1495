package org.tijian.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessesTests {
  private static final long OWN = ProcessHandle.current().pid();

  @Test
  void readsCpuTimeAndMemoryOfAProcess() {
    assertThat(Processes.cpuMillis(OWN)).isPositive();
    assertThat(Processes.cpuMillisOfFamily(OWN))
        .isGreaterThanOrEqualTo(Processes.cpuMillis(OWN) / 2);
    assertThat(Processes.residentKib(OWN)).isPositive();
    assertThat(Processes.mostResidentKib(OWN))
        .isGreaterThanOrEqualTo(Processes.residentKib(OWN) / 2);
  }

  @Test
  void aProcessThatIsGoneUsesNothing() {
    assertThat(Processes.cpuMillis(Integer.MAX_VALUE)).isZero();
    assertThat(Processes.residentKib(Integer.MAX_VALUE)).isZero();
  }
}
