package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTests {

  /** Databases hold hashes that were made with the library's own writers. */
  @Test
  void isWhatDatabasesHold() throws Exception {
    List<FactorReading> factors =
        List.of(
            new FactorReading("a21026", 1.5, null, 2.0, 0.1, -0.0, DataFlag.NORMAL),
            new FactorReading("w01018", null, null, null, null, null, new DataFlag("é\0长")));

    ByteArrayOutputStream content = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(content);
    for (FactorReading factor : factors) {
      write(out, factor);
    }

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.toByteArray());
    assertThat(ContentHash.of(factors)).isEqualTo(ByteBuffer.wrap(hash).getLong());
  }

  private static void write(DataOutputStream out, FactorReading factor) throws IOException {
    out.writeUTF(factor.factor());
    write(out, factor.value());
    write(out, factor.minimum());
    write(out, factor.maximum());
    write(out, factor.amount());
    write(out, factor.converted());
    out.writeUTF(factor.flag().code());
  }

  private static void write(DataOutputStream out, @Nullable Double number) throws IOException {
    out.writeDouble(number == null ? Double.NaN : number);
  }
}
