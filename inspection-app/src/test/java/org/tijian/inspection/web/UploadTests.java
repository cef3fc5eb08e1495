package org.tijian.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.site.LocalName;

/** At the limit, and one byte above it. */
class UploadTests {
  private static final long UNKNOWN = -1;
  private static final Upload.Limit LIMIT =
      new Upload.Limit("photo", new LocalName("照片", "photo"), 100_000);

  @ParameterizedTest
  @CsvSource({"0", "1", "99999", "100000"})
  void takesInWhatIsNotAboveTheLimitWhetherItsLengthIsSaidOrNot(int bytes) throws IOException {
    assertThat(upload(bytes, bytes).read(LIMIT)).hasSize(bytes);
    assertThat(upload(bytes, UNKNOWN).read(LIMIT)).hasSize(bytes);
  }

  @ParameterizedTest
  @CsvSource({"100001, '100,001'", "3000000, '3,000,000'"})
  void saysWhatIsTooLargeHowLargeItIsAndHowLargeItMayBe(int bytes, String shown) {
    for (long announced : new long[] {bytes, UNKNOWN}) {
      assertThatThrownBy(() -> upload(bytes, announced).read(LIMIT))
          .isInstanceOfSatisfying(
              RefusedRequest.class,
              refused -> {
                Problem problem = refused.problem();
                assertThat(problem.status()).isEqualTo(413);
                assertThat(problem.code()).isEqualTo("too-large");
                assertThat(problem.field()).isEqualTo("photo");
                assertThat(problem.message().zh())
                    .isEqualTo(
                        "照片过大：收到 %s 字节，上限 100,000 字节（0.1 MB）。请压缩后再传；本次没有保存任何内容。".formatted(shown));
                assertThat(problem.message().en())
                    .startsWith(
                        "The photo is too large: %s bytes were sent, at most 100,000 (0.1 MB) are taken."
                            .formatted(shown));
              });
    }
  }

  /** Somebody who sends for ever is not listened to for ever, and nothing of it is kept. */
  @Test
  void stopsCountingSomewhereAndSaysAtLeast() {
    Endless endless = new Endless();

    assertThatThrownBy(() -> new Upload(endless, UNKNOWN).read(LIMIT))
        .isInstanceOfSatisfying(
            RefusedRequest.class,
            refused -> {
              assertThat(refused.problem().message().zh()).contains("收到至少 67,1");
              assertThat(refused.problem().message().en()).contains("at least 67,1");
            });
    assertThat(endless.read).isLessThan(70_000_000);
    assertThat(endless.longest).isLessThanOrEqualTo(LIMIT.bytes() + 1);
  }

  private static Upload upload(int bytes, long announced) {
    return new Upload(new ByteArrayInputStream(new byte[bytes]), announced);
  }

  private static final class Endless extends InputStream {
    private long read;
    private int longest;

    @Override
    public int read() {
      read++;
      return 0;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      read += length;
      longest = Math.max(longest, length);
      return length;
    }
  }
}
