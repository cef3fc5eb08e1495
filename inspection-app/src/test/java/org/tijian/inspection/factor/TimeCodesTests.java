package org.tijian.inspection.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTests {
  private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(US_ASCII);

  /**
   * RFC 6238, appendix B, column SHA1: eight digits there, of which an authenticator shows the last
   * six.
   */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          seconds,     eightDigits
          59,          94287082
          1111111109,  07081804
          1111111111,  14050471
          1234567890,  89005924
          2000000000,  69279037
          20000000000, 65353130
          """)
  void areThoseOfTheStandard(long seconds, String eightDigits) {
    assertThat(TimeCodes.at(RFC_SECRET, Instant.ofEpochSecond(seconds)))
        .isEqualTo(eightDigits.substring(2));
  }

  /** 59 s lies in step 1, which lasts from 30 s to 59 s. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          seconds, accepted
          -1,      false
          0,       true
          30,      true
          59,      true
          89,      true
          90,      false
          """)
  void countOneStepBeforeAndAfter(long seconds, boolean accepted) {
    assertThat(TimeCodes.stepOf(RFC_SECRET, "287082", Instant.ofEpochSecond(seconds)).isPresent())
        .isEqualTo(accepted);
  }

  @Test
  void secretsAreOf160BitsAndNeverTheSame() {
    assertThat(TimeCodes.newSecret()).hasSize(20).isNotEqualTo(TimeCodes.newSecret());
    // RFC 4648, section 10.
    assertThat(TimeCodes.base32("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(TimeCodes.base32(TimeCodes.newSecret())).matches("[A-Z2-7]{32}");
  }

  @Test
  void aBackupCodeIsReadHoweverItIsTyped() {
    String code = BackupCodes.fresh().get(0);

    assertThat(BackupCodes.fresh()).hasSize(10).doesNotHaveDuplicates().doesNotContain(code);
    assertThat(code).matches("[A-Z2-9]{12}");
    assertThat(BackupCodes.plain(" " + BackupCodes.shown(code).toLowerCase() + " "))
        .isEqualTo(code);
  }
}
