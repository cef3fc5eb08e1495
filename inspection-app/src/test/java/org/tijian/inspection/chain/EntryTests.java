package org.tijian.inspection.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTests {
  private static final Entry ENTRY =
      new Entry(
          Sha256.visit(new UUID(0, 1)),
          1,
          Sha256.NOTHING_BEFORE,
          "2026-11-23T02:00:00.000000Z",
          new UUID(0, 2).toString(),
          new Entry.Name("示例专家", "<script>alert(1)</script>\nrole 6:office"),
          "expert",
          "internet",
          "visit-read",
          "assigned-visit",
          "",
          "");

  /** Computed with Python 3's hashlib from docs/access-record.md, not with this code. */
  @Test
  void hasTheHashThatWasComputedElsewhere() {
    assertThat(ENTRY.computedHash())
        .isEqualTo("441f88aa6c1da9431880a3d13049fbe27ceb3dd0b3e6b35dc5d4e905272d52ef");
  }

  @Test
  void aTimeHasSixDigitsOfTheSecond() {
    assertThat(Entry.time(Instant.parse("2026-11-23T02:00:00Z")))
        .isEqualTo("2026-11-23T02:00:00.000000Z");
    assertThat(Entry.time(Instant.parse("2026-11-23T02:00:00.1234567Z")))
        .isEqualTo("2026-11-23T02:00:00.123456Z");
  }
}
