package org.tijian.inspection.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictTests {
  private static final LocalDate VISIT = LocalDate.of(2026, 12, 7);
  private static final Parties PARTIES =
      new Parties(
          List.of("示例电厂", "Example Plant"),
          List.of("示例环保运维有限公司"),
          List.of("Example Instruments Co., Ltd."),
          List.of("另一电厂"));

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      nullValues = "",
      delimiter = '|',
      textBlock =
          """
          kind        | organisation              | until      | conflict
          WORK        | 示例环保运维有限公司       |            | OPERATION
          WORK        | 示例环保运维              |            | OPERATION
          WORK        | 示例环保运维有限公司       | 2023-12-07 | OPERATION
          WORK        | 示例环保运维有限公司       | 2023-12-06 |
          WORK        | EXAMPLE INSTRUMENTS       |            | VENDOR
          WORK        | example instruments ltd   |            | VENDOR
          WORK        | 示例电厂                  |            | ENTERPRISE
          WORK        | Example Plant             | 2024-01-01 | ENTERPRISE
          WORK        | 另一电厂                  |            | COMPETITOR
          WORK        | 无关公司                  |            |
          ENFORCEMENT | 示例电厂                  | 2024-03-01 | ENFORCEMENT
          ENFORCEMENT | 示例电厂                  | 2023-12-06 |
          ENFORCEMENT | 另一电厂                  | 2026-01-01 |
          """)
  void holdsTiesAgainstParties(
      Tie.Kind kind, String organisation, @Nullable LocalDate until, @Nullable Conflict conflict) {
    Tie tie = new Tie(UUID.randomUUID(), kind, organisation, LocalDate.of(2015, 1, 1), until);

    assertThat(Conflict.of(List.of(tie), PARTIES, VISIT).orElse(null)).isEqualTo(conflict);
  }

  @Test
  void everyConflictIsSaidInBothLanguages() {
    assertThat(Conflict.values())
        .allSatisfy(
            conflict -> {
              assertThat(conflict.words().zh()).isNotBlank();
              assertThat(conflict.words().en()).isNotBlank();
            });
  }
}
