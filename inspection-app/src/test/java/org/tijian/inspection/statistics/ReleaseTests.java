package org.tijian.inspection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReleaseTests {
  private static final int LEAST = 5;
  private final Release release = new Release(LEAST);

  @Test
  void fourEnterprisesAreNotToldAndFiveAre() {
    assertThat(release.of("2026Q4", codes("44", 4)).items()).isEmpty();
    assertThat(release.of("2026Q4", codes("44", 4)).omitted()).isEqualTo(4);

    Published five = release.of("2026Q4", codes("44", 5));
    assertThat(five.items().get(0).results().get(0).total()).isEqualTo(5);
    assertThat(five.omitted()).isZero();
  }

  @Test
  void oneEnterpriseThatGivesMoreThanHalfHidesTheFigure() {
    List<Coded> codes = codes("44", 5);
    for (int i = 0; i < 3; i++) {
      codes.add(code("2026Q4", "e0", "44"));
    }
    assertThat(release.of("2026Q4", codes).items()).hasSize(1);

    codes.add(code("2026Q4", "e0", "44"));
    assertThat(release.of("2026Q4", codes).items()).isEmpty();
  }

  @Test
  void smallSectorsAreToldTogetherAsRemovedWhichIsNotUnknown() {
    List<Coded> codes = codes("44", 6);
    codes.addAll(codes("30", "a", 3));
    codes.addAll(codes("unknown", "b", 3));

    List<Published.Sector> sectors =
        release.of("2026Q4", codes).items().get(0).results().get(0).sectors();

    assertThat(sectors)
        .containsExactly(new Published.Sector("44", 6), new Published.Sector(Profile.REMOVED, 6));
  }

  @Test
  void aRemainderThatIsTooSmallIsLeftOutOfTheTotalToo() {
    List<Coded> codes = codes("44", 6);
    codes.addAll(codes("30", "a", 2));

    Published published = release.of("2026Q4", codes);

    assertThat(published.items().get(0).results().get(0).total()).isEqualTo(6);
    assertThat(published.omitted()).isEqualTo(2);
  }

  @Test
  void otherQuartersAreNotMixedIn() {
    List<Coded> codes = codes("44", 5);
    codes.add(code("2026Q3", "x", "44"));

    assertThat(release.of("2026Q4", codes).items().get(0).results().get(0).total()).isEqualTo(5);
  }

  /**
   * Differencing: whatever is published and whatever can be had by subtracting published figures
   * from one another is of five enterprises or more, none with more than half.
   */
  @RepeatedTest(200)
  void noFigureAndNoDifferenceOfFiguresPointsAtFewerThanFive(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Coded> codes = randomCodes(random);

    Published published = release.of("2026Q4", codes);

    for (Published.Item item : published.items()) {
      for (Published.Count count : item.results()) {
        Map<String, List<Coded>> cells =
            codes.stream()
                .filter(c -> c.item().equals(item.item()) && c.result().equals(count.result()))
                .collect(Collectors.groupingBy(c -> c.profile().sector()));
        Set<String> named =
            count.sectors().stream().map(Published.Sector::sector).collect(Collectors.toSet());
        List<Coded> told = new ArrayList<>();
        count.sectors().stream()
            .filter(sector -> !sector.sector().equals(Profile.REMOVED))
            .forEach(
                sector -> {
                  assertSafe(cells.get(sector.sector()));
                  told.addAll(cells.get(sector.sector()));
                });
        List<Coded> hidden =
            cells.entrySet().stream()
                .filter(cell -> !named.contains(cell.getKey()))
                .flatMap(cell -> cell.getValue().stream())
                .toList();
        int difference = count.total() - told.size();
        assertThat(difference).isIn(0, hidden.size());
        if (difference > 0) {
          assertSafe(hidden);
        }
      }
    }
  }

  private static void assertSafe(List<Coded> cell) {
    Map<String, Integer> shares = new HashMap<>();
    cell.forEach(code -> shares.merge(code.enterprise(), 1, Integer::sum));
    assertThat(shares).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(shares.values()).allMatch(share -> share * 2 <= cell.size());
  }

  private static List<Coded> randomCodes(Random random) {
    List<Coded> codes = new ArrayList<>();
    int enterprises = 3 + random.nextInt(30);
    for (int e = 0; e < enterprises; e++) {
      String sector = String.valueOf(20 + random.nextInt(6));
      for (int n = random.nextInt(6); n >= 0; n--) {
        codes.add(
            new Coded(
                "2026Q4",
                "e" + e,
                "S0" + random.nextInt(3),
                random.nextBoolean() ? "improvement" : "in-order",
                new Profile(sector, "large", "210000"),
                "flue-gas"));
      }
    }
    return codes;
  }

  private static List<Coded> codes(String sector, int enterprises) {
    return codes(sector, "e", enterprises);
  }

  private static List<Coded> codes(String sector, String prefix, int enterprises) {
    List<Coded> codes = new ArrayList<>();
    for (int e = 0; e < enterprises; e++) {
      codes.add(code("2026Q4", prefix + e, sector));
    }
    return codes;
  }

  private static Coded code(String quarter, String enterprise, String sector) {
    return new Coded(
        quarter,
        enterprise,
        "S06",
        "improvement",
        new Profile(sector, "large", "210000"),
        "flue-gas");
  }
}
