package org.tijian.analytics;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A check of files for programs; docs/check.md describes the members. */
final class CheckJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private CheckJson() {}

  static void print(Checked checked, PrintStream out) {
    ObjectNode root = JSON.createObjectNode();
    root.put("outlet", checked.outlet().code())
        .put("from", checked.material().from().toString())
        .put("until", checked.material().until().toString());
    ArrayNode findings = root.putArray("findings");
    checked.findings().forEach(finding -> put(findings.addObject(), finding));
    out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private static void put(ObjectNode node, Finding finding) {
    node.put("code", finding.code())
        .put("factor", finding.factor())
        .put("outcome", finding.outcome().word())
        .put("reason", reason(finding.outcome()))
        .put("hint", finding.isHint());
    node.putObject("rule")
        .put("id", finding.rule().id())
        .put("standard", finding.rule().standard())
        .put("edition", finding.rule().edition())
        .put("clause", finding.rule().clause())
        .put("provenance", finding.rule().provenance().name().toLowerCase(Locale.ROOT));
    put(node.putObject("says"), finding.says());
    @Nullable LocalName advice = finding.advice();
    if (advice != null) {
      put(node.putObject("advice"), advice);
    }
    @Nullable Basis basis = finding.outcome().basis();
    if (basis != null) {
      put(node.putObject("basis"), basis);
      put(node.putObject("working"), Derivation.of(finding));
    }
  }

  private static @Nullable String reason(Outcome outcome) {
    if (outcome instanceof Outcome.CannotTell cannot) {
      return cannot.reason().word();
    }
    return outcome instanceof Outcome.NotApplicable not ? not.reason().word() : null;
  }

  private static void put(ObjectNode node, Basis basis) {
    node.put("formula", basis.formula());
    steps(node.putArray("inputs"), basis.inputs());
    steps(node.putArray("steps"), basis.steps());
    put(node.putObject("found"), basis.found());
    node.put("comparison", basis.comparison());
    put(node.putObject("limit"), basis.limit());
    put(node.putObject("rounding"), basis.rounding());
    node.put("readings", basis.readings());
  }

  private static void steps(ArrayNode list, Iterable<Step> steps) {
    for (Step step : steps) {
      ObjectNode node = list.addObject().put("symbol", step.symbol());
      put(node.putObject("meaning"), step.meaning());
      node.put("expression", step.expression());
      put(node, step.quantity());
    }
  }

  private static void put(ObjectNode node, Quantity quantity) {
    node.put("value", quantity.value()).put("unit", quantity.unit());
  }

  private static void put(ObjectNode node, LocalName name) {
    node.put("zh", name.zh()).put("en", name.en());
  }
}
