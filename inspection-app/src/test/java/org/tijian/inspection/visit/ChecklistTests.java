package org.tijian.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Provenance;
import org.tijian.analytics.standard.Rule;

class ChecklistTests {
  private final Checklist checklist = new VisitConfiguration().checklist();

  ChecklistTests() throws IOException {}

  @Test
  void hasItemsInEachOfTheThreePartsInTheOrderOfTheVisit() {
    assertThat(checklist.items().stream().map(ChecklistItem::part).distinct())
        .containsExactly(
            ChecklistItem.Part.DOCUMENTS, ChecklistItem.Part.ON_SITE, ChecklistItem.Part.DATA);
    assertThat(checklist.items()).hasSizeBetween(12, 20);
  }

  @Test
  void showsAClauseOnlyWhereARegulationWasReadAndAgreesWithOtherSources() {
    assertThat(checklist.items())
        .filteredOn(item -> item.clause() != null)
        .extracting(ChecklistItem::id, ChecklistItem::provenance)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("D01", Provenance.SOURCES),
            org.assertj.core.groups.Tuple.tuple("D09", Provenance.SOURCES),
            org.assertj.core.groups.Tuple.tuple("T01", Provenance.SOURCES),
            org.assertj.core.groups.Tuple.tuple("T05", Provenance.SOURCES));
  }

  @Test
  void saysOfWhatNobodyHasReadThatItIsUnverified() {
    assertThat(checklist.items())
        .filteredOn(item -> item.provenance() == Provenance.UNVERIFIED)
        .extracting(ChecklistItem::id)
        .containsExactlyInAnyOrder("D04", "S09");
  }

  @Test
  void namesOnlyFactorsThatTheCatalogueKnows() {
    Factors catalogue = Factors.builtIn();

    assertThat(checklist.items().stream().flatMap(item -> item.factors().stream()))
        .isNotEmpty()
        .allSatisfy(code -> assertThat(catalogue.of(code).name().en()).isNotEqualTo(code));
  }

  @Test
  void namesOnlyRulesThatThereAre() {
    List<String> rules = Analytics.withBuiltInRules().rules().stream().map(Rule::id).toList();

    assertThat(checklist.items().stream().flatMap(item -> item.toldBy().stream()))
        .isNotEmpty()
        .allSatisfy(start -> assertThat(rules).anyMatch(id -> id.startsWith(start)));
  }

  @Test
  void refusesAnItemThatOccursTwice() {
    ChecklistItem item = checklist.items().get(0);

    assertThatThrownBy(() -> new Checklist("x", List.of(item, item)))
        .hasMessageContaining("occurs twice");
  }

  @Test
  void refusesAClauseThatNobodyHasSeen() {
    LocalName text = new LocalName("一", "one");

    assertThatThrownBy(
            () ->
                new ChecklistItem(
                    "X01",
                    ChecklistItem.Part.DATA,
                    text,
                    text,
                    text,
                    text,
                    "Art. 1",
                    Provenance.UNVERIFIED,
                    List.of(),
                    ItemFit.ANY,
                    List.of()))
        .hasMessageContaining("X01");
  }

  @Test
  void knowsItsItems() {
    assertThat(Set.of("D01", "T15")).allMatch(checklist::has);
    assertThat(checklist.has("D99")).isFalse();
  }
}
