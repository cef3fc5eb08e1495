package org.tijian.analytics;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.finding.Agenda;
import org.tijian.analytics.finding.Agenda.Item;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Kind;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;

/**
 * What came of a check of files.
 *
 * @param replay the same by another edition, or null if nobody asked
 */
record Checked(
    Outlet outlet,
    Material material,
    List<Finding> findings,
    Factors factors,
    @Nullable Replay replay) {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Where the span begins, in Beijing time. */
  String from() {
    return SHOWN.format(material.from().atOffset(BeijingTime.OFFSET));
  }

  /** Where it ends. */
  String until() {
    return SHOWN.format(material.until().atOffset(BeijingTime.OFFSET));
  }

  /** Causes of a kind; of requirements only those that count, for hints are told apart. */
  List<Item> items(Kind kind) {
    return agenda().items().stream()
        .filter(item -> item.head().details().kind() == kind && !isHint(item))
        .toList();
  }

  List<Item> hintItems() {
    return agenda().items().stream().filter(Checked::isHint).toList();
  }

  /** A suspected problem is one whether its rule counts or not. */
  private static boolean isHint(Item item) {
    return item.head().isHint() && item.head().details().kind() != Kind.SUSPECTED;
  }

  Agenda agenda() {
    return Agenda.of(findings);
  }

  List<Finding> met() {
    return findings.stream().filter(f -> f.outcome() instanceof Outcome.Met).toList();
  }

  List<Finding> cannotTell() {
    return findings.stream().filter(f -> f.outcome() instanceof Outcome.CannotTell).toList();
  }
}
