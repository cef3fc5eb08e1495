package org.tijian.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTests {
  private static final Map<String, String> DEFAULTS = Map.of("seconds", "60");

  @Test
  void whatIsNotGivenIsTheDefault() {
    assertThat(Options.read(DEFAULTS).number("seconds")).isEqualTo(60);
    assertThat(Options.read(DEFAULTS, "--seconds", "5").number("seconds")).isEqualTo(5);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Options.read(DEFAULTS, "--second", "5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--second");
    assertThatThrownBy(() -> Options.read(DEFAULTS, "--seconds"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wants a value");
  }

  @Test
  void refusesWhatIsNoNumber() {
    Options options = Options.read(DEFAULTS, "--seconds", "-1");

    assertThatThrownBy(() -> options.number("seconds"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--seconds '-1'");
  }
}
