package org.tijian.analytics.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings in the order in which a person would act (要事清单): one item a cause. Several rules that
 * ask the same of one factor are one cause. What rests on something that is not met is held back by
 * it, so that one bad input does not fill a page; it is shown beneath, never dropped.
 */
public record Agenda(List<Item> items) {

  /**
   * @param head the weightiest finding of the cause
   * @param also further rules that say the same of the same factor
   * @param held findings that mean little until the cause is gone
   * @param checkFirst whether independent screens point at the same factor at the same time
   */
  public record Item(Finding head, List<Finding> also, List<Finding> held, boolean checkFirst) {
    public Item {
      also = List.copyOf(also);
      held = List.copyOf(held);
    }
  }

  private static final Comparator<Item> WEIGHTIEST =
      Comparator.comparing((Item item) -> item.head().isHint())
          .thenComparing(item -> item.head().severity(), Comparator.reverseOrder())
          .thenComparing(item -> !item.checkFirst())
          .thenComparing(item -> item.head().details().kind())
          .thenComparing(item -> -item.held().size());

  public Agenda {
    items = List.copyOf(items);
  }

  public static Agenda of(List<Finding> findings) {
    List<Finding> broken = findings.stream().filter(Agenda::isNotMet).toList();
    Map<Finding, Finding> heldBy = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (isNotMet(finding) || finding.outcome() instanceof Outcome.CannotTell) {
        holder(finding, broken).ifPresent(holder -> heldBy.put(finding, holder));
      }
    }
    Map<String, List<Finding>> causes = new LinkedHashMap<>();
    for (Finding finding : broken) {
      if (!heldBy.containsKey(finding)) {
        causes.computeIfAbsent(cause(finding), c -> new ArrayList<>()).add(finding);
      }
    }
    List<Item> items = new ArrayList<>();
    causes.values().forEach(same -> items.add(item(same, heldBy, broken)));
    items.sort(WEIGHTIEST);
    return new Agenda(items);
  }

  /** What is not met and held back by nothing. */
  public List<Finding> heads() {
    return items.stream().map(Item::head).toList();
  }

  private static boolean isNotMet(Finding finding) {
    return finding.outcome() instanceof Outcome.NotMet;
  }

  /** Hints and findings are told apart, also where they ask the same. */
  private static String cause(Finding finding) {
    return finding.input() + (finding.isHint() ? " hint" : "");
  }

  /** A finding that counts is never held back by a hint, which does not count itself. */
  private static Optional<Finding> holder(Finding finding, List<Finding> broken) {
    return finding.details().dependsOn().stream()
        .flatMap(input -> broken.stream().filter(other -> other.input().equals(input)))
        .filter(other -> other != finding && (finding.isHint() || !other.isHint()))
        .findFirst();
  }

  private static Item item(List<Finding> same, Map<Finding, Finding> heldBy, List<Finding> broken) {
    List<Finding> weightiest =
        same.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    List<Finding> held = new ArrayList<>();
    heldBy.forEach(
        (finding, holder) -> {
          if (same.contains(root(holder, heldBy))) {
            held.add(finding);
          }
        });
    Finding head = weightiest.get(0);
    return new Item(
        head,
        weightiest.subList(1, weightiest.size()),
        held,
        ScreenGroup.speakTogether(head, broken));
  }

  /** What is held back by something that is held back itself hangs on the last of them. */
  private static Finding root(Finding holder, Map<Finding, Finding> heldBy) {
    Finding root = holder;
    for (int step = 0; heldBy.containsKey(root) && step < heldBy.size(); step++) {
      root = heldBy.get(root);
    }
    return root;
  }
}
