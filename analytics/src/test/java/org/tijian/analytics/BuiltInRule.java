package org.tijian.analytics;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.OutletFile;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/** A rule of the product held against an outlet with one instrument. */
record BuiltInRule(String id, String factor, String unit, String description) {
  private static final RuleBook RULES = RuleBook.builtIn(Analytics.forms());
  private static final CheckCatalogue CHECKS = new CheckCatalogue(Factors.builtIn());
  private static final LocalName NAME = new LocalName("样例", "Sample");

  static Rule rule(String id) {
    return RULES.rule(id).orElseThrow();
  }

  Finding judge(MinuteLog log, Instant from, Instant until, List<AccuracyTest> tests) {
    Instrument instrument =
        new Instrument(factor, NAME, unit, 100, 0, 80.0, Instrument.Design.EXTRACTIVE, true, null);
    Outlet outlet = new Outlet(1, 1, "DA001", NAME, null, false, List.of(instrument));
    Material material = new Material(1, from, until, log, tests);
    List<Finding> findings =
        CHECKS.judge(
            List.of(rule(id)), outlet, OutletFile.read("outlet.yaml", description), material);
    return findings.get(0);
  }
}
