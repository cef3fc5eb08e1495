package org.tijian.inspection.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Check characters computed apart from the program, in Python, from the sum that the class states.
 */
class CreditCodeTests {
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91210100MA00ABCD1Y", "91210100MA00ABCD22"})
  void acceptsARightCheckCharacter(String code) {
    assertThat(CreditCode.isWellFormed(code)).isTrue();
    assertThat(CreditCode.hasRightCheck(code)).isTrue();
  }

  @Test
  void noticesEveryChangeOfASingleCharacter() {
    String right = "91350100M000100Y43";
    for (int i = 0; i < right.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        String typed = right.substring(0, i) + c + right.substring(i + 1);
        assertThat(CreditCode.hasRightCheck(typed)).as(typed).isEqualTo(typed.equals(right));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "91350100m000100y43, 91350100M000100Y43",
    "' 9135 0100 M000 100Y 43 ', 91350100M000100Y43",
    "91350100-M000100Y4-3, 91350100M000100Y43"
  })
  void readsWhatPeopleType(String typed, String code) {
    assertThat(CreditCode.normal(typed)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", ""})
  void refusesWrongLengthsAndLetters(String code) {
    assertThat(CreditCode.isWellFormed(code)).isFalse();
  }
}
