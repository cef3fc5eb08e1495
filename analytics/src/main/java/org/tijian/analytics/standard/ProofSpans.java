package org.tijian.analytics.standard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The spans of {@code standards/proof.yaml}, by check. Immutable. */
public final class ProofSpans {
  private static final String FILE = "standards/proof.yaml";

  private final Map<String, ProofSpan> byCheck;

  private ProofSpans(Map<String, ProofSpan> byCheck) {
    this.byCheck = Map.copyOf(byCheck);
  }

  /**
   * @throws RuleBookException naming the first thing that is wrong
   */
  public static ProofSpans builtIn() {
    return of(Entry.ofResource(FILE));
  }

  static ProofSpans of(Entry file) {
    Map<String, ProofSpan> byCheck = new HashMap<>();
    for (Entry entry : file.only("spans").entries("spans")) {
      ProofSpan span = span(entry.named(entry.text("id")));
      for (String check : span.checks()) {
        if (byCheck.putIfAbsent(check, span) != null) {
          throw entry.wrong("checks", "has %s, which another span has".formatted(check));
        }
      }
    }
    return new ProofSpans(byCheck);
  }

  private static ProofSpan span(Entry entry) {
    entry.only("id", "unit", "count", "checks", "reason");
    return new ProofSpan(
        entry.text("id"),
        Set.copyOf(entry.texts("checks")),
        entry.oneOf("unit", ProofSpan.Unit.class),
        (int) entry.number("count"),
        entry.entry("reason").orElseThrow(() -> entry.wrong("reason", "is missing")).localName());
  }

  /** Empty for what no reading can show: what an expert looks at. */
  public Optional<ProofSpan> of(String check) {
    return Optional.ofNullable(byCheck.get(check));
  }

  /** Every check that has a span. */
  public List<String> checks() {
    return byCheck.keySet().stream().sorted().toList();
  }
}
