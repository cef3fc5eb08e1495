package org.tijian.analytics;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Agenda;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Details;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Replay;
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
    ArrayNode causes = root.putArray("causes");
    checked.agenda().items().forEach(item -> put(causes.addObject(), item));
    @Nullable Replay replay = checked.replay();
    if (replay != null) {
      put(root.putObject("replay"), replay);
    }
    out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private static void put(ObjectNode node, Finding finding) {
    node.put("code", finding.code())
        .put("factor", finding.factor())
        .put("outcome", finding.outcome().word())
        .put("reason", reason(finding.outcome()))
        .put("hint", finding.isHint())
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    put(node, finding.details());
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

  private static void put(ObjectNode node, Details details) {
    node.put("kind", details.kind().word());
    ArrayNode stretches = node.putArray("stretches");
    details
        .stretches()
        .forEach(
            stretch ->
                stretches
                    .addObject()
                    .put("from", stretch.from().toString())
                    .put("until", stretch.until().toString())
                    .put("count", stretch.count())
                    .put("of", stretch.of().name().toLowerCase(Locale.ROOT)));
    ArrayNode causes = node.putArray("possibleCauses");
    details.causes().forEach(cause -> put(causes.addObject(), cause));
  }

  private static void put(ObjectNode node, Agenda.Item item) {
    node.put("code", item.head().code())
        .put("severity", item.head().severity().name().toLowerCase(Locale.ROOT))
        .put("checkFirst", item.checkFirst());
    ArrayNode also = node.putArray("sameCause");
    item.also().forEach(finding -> also.add(finding.code()));
    ArrayNode held = node.putArray("heldBack");
    item.held().forEach(finding -> held.add(finding.code()));
  }

  private static void put(ObjectNode node, Replay replay) {
    node.put("same", replay.same());
    ArrayNode moves = node.putArray("moves");
    for (Replay.Move move : replay.moves()) {
      ObjectNode moved = moves.addObject();
      put(moved, "before", move.before());
      put(moved, "after", move.after());
      put(moved.putObject("why"), move.why());
    }
  }

  private static void put(ObjectNode node, String member, @Nullable Finding finding) {
    if (finding == null) {
      node.putNull(member);
    } else {
      node.putObject(member).put("code", finding.code()).put("outcome", finding.outcome().word());
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
