package org.tijian.inspection.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.inspection.monitoring.SelfCheckView;

/**
 * The checklist for outlets before anybody has been there: the items that speak of them, each with
 * the reason, and what their data already say to it.
 */
@Component
public class SuggestedChecklist {
  private final Checklist checklist;

  SuggestedChecklist(Checklist checklist) {
    this.checklist = checklist;
  }

  /**
   * @param checks what the data of the outlets say
   */
  public Suggestion of(List<Outlet> outlets, List<SelfCheckView> checks) {
    List<Item> all = checklist.items().stream().map(item -> item(item, outlets, checks)).toList();
    return new Suggestion(
        checklist.edition(),
        all.stream().filter(Item::applies).toList(),
        all.stream().filter(item -> !item.applies()).toList());
  }

  private static Item item(ChecklistItem item, List<Outlet> outlets, List<SelfCheckView> checks) {
    ItemFit.Reason reason = item.fit().of(outlets);
    return new Item(
        item.id(),
        item.part().word(),
        item.question(),
        item.clause(),
        item.provenanceWord(),
        reason.applies(),
        reason.because(),
        reason.applies() ? told(item, checks) : List.of());
  }

  /** Verdicts alone: that something cannot be told is no answer. */
  private static List<Told> told(ChecklistItem item, List<SelfCheckView> checks) {
    return checks.stream()
        .flatMap(
            check ->
                check.findings().stream()
                    .filter(finding -> isTold(item, finding))
                    .map(finding -> new Told(check.outletId(), finding)))
        .toList();
  }

  private static boolean isTold(ChecklistItem item, SelfCheckView.FindingView finding) {
    boolean verdict = finding.outcome().equals("met") || finding.outcome().equals("not-met");
    return verdict && item.toldBy().stream().anyMatch(finding.rule().id()::startsWith);
  }

  /**
   * @param items those that speak of the outlets, in the order of the visit
   * @param others those that do not, with the reason
   */
  public record Suggestion(String edition, List<Item> items, List<Item> others) {}

  /**
   * @param told what the data say to it, with the working; empty if they cannot tell
   */
  public record Item(
      String id,
      String part,
      LocalName question,
      @Nullable String clause,
      String provenance,
      boolean applies,
      LocalName because,
      List<Told> told) {}

  /** What the data of an outlet say to an item. */
  public record Told(long outletId, SelfCheckView.FindingView finding) {}
}
