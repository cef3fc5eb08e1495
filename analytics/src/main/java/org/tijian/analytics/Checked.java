package org.tijian.analytics;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;

/** What came of a check of files. */
record Checked(Outlet outlet, Material material, List<Finding> findings, Factors factors) {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Where the span begins, in Beijing time. */
  String from() {
    return SHOWN.format(material.from().atOffset(BeijingTime.OFFSET));
  }

  /** Where it ends. */
  String until() {
    return SHOWN.format(material.until().atOffset(BeijingTime.OFFSET));
  }

  /** Not met and counting; hints are told apart. */
  List<Finding> notMet() {
    return such(Outcome.NotMet.class, false);
  }

  List<Finding> hints() {
    return such(Outcome.NotMet.class, true);
  }

  List<Finding> met() {
    return findings.stream().filter(f -> f.outcome() instanceof Outcome.Met).toList();
  }

  List<Finding> cannotTell() {
    return findings.stream().filter(f -> f.outcome() instanceof Outcome.CannotTell).toList();
  }

  private List<Finding> such(Class<? extends Outcome> outcome, boolean hint) {
    return findings.stream()
        .filter(f -> outcome.isInstance(f.outcome()) && f.isHint() == hint)
        .toList();
  }
}
