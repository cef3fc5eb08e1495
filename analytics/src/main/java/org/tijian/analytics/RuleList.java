package org.tijian.analytics;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Applicability.Applicable;
import org.tijian.analytics.standard.Condition.Truth;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules as text for people or as JSON for programs. */
final class RuleList {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final boolean english;
  private final PrintStream out;

  RuleList(boolean english, PrintStream out) {
    this.english = english;
    this.out = out;
  }

  void print(List<Rule> rules, boolean json) {
    if (json) {
      ArrayNode all = JSON.createArrayNode();
      rules.forEach(rule -> put(all.addObject(), rule));
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
      return;
    }
    Map<String, List<Rule>> byStandard =
        rules.stream()
            .collect(
                Collectors.groupingBy(Rule::standard, LinkedHashMap::new, Collectors.toList()));
    byStandard.forEach(this::print);
    out.println(say("合计：%d 条规则", "total: %d rules").formatted(rules.size()));
  }

  private void print(String standard, List<Rule> rules) {
    out.printf("%s (%d)%n", standard, rules.size());
    rules.forEach(rule -> out.println("  " + line(rule)));
  }

  void print(List<Applicable> all, LocalDate day, boolean json) {
    if (json) {
      ArrayNode list = JSON.createArrayNode();
      all.forEach(each -> put(list.addObject(), each, day));
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list));
      return;
    }
    group(all, Truth.YES, say("适用", "Speaks of the outlet"));
    group(all, Truth.UNKNOWN, say("说明不足，无法确定", "Cannot tell, the description lacks something"));
    long not = all.stream().filter(each -> each.answer().truth() == Truth.NO).count();
    out.println(
        say("不适用：%d 条（--format json 列出理由）", "does not speak: %d (--format json tells why)")
            .formatted(not));
  }

  private void group(List<Applicable> all, Truth truth, String heading) {
    List<Applicable> such = all.stream().filter(each -> each.answer().truth() == truth).toList();
    out.printf("%s (%d)%n", heading, such.size());
    for (Applicable each : such) {
      out.println("  " + line(each.rule()) + factor(each.factor()));
      out.println("      " + say("因为：", "because: ") + say(each.answer().because()));
    }
  }

  private String line(Rule rule) {
    String form = rule.isManual() ? say("检查项", "item") : say("自动", "judged");
    String sure = rule.counts() ? "" : say("，提示", ", hint");
    Limit newest = rule.limits().get(rule.limits().size() - 1);
    return "%s [%s%s] %s%s"
        .formatted(rule.id(), form, sure, say(rule.title()), limit(newest.quantity()));
  }

  private String limit(Quantity limit) {
    String value = BigDecimal.valueOf(limit.value()).stripTrailingZeros().toPlainString();
    return switch (limit.unit()) {
      case Rule.YES_OR_NO -> "";
      case "1" -> say("；限值 ", "; limit ") + value;
      default -> say("；限值 ", "; limit ") + value + " " + limit.unit();
    };
  }

  private static String factor(@Nullable String factor) {
    return factor == null ? "" : " (" + factor + ")";
  }

  private static void put(ObjectNode node, Applicable each, LocalDate day) {
    put(node, each.rule());
    node.put("factor", each.factor());
    node.put("applies", each.answer().truth().name().toLowerCase(Locale.ROOT));
    put(node.putObject("because"), each.answer().because());
    each.rule()
        .limitOn(day)
        .ifPresent(
            limit ->
                node.putObject("limit")
                    .put("value", limit.quantity().value())
                    .put("unit", limit.quantity().unit()));
  }

  private static void put(ObjectNode node, Rule rule) {
    node.put("id", rule.id())
        .put("standard", rule.standard())
        .put("edition", rule.edition())
        .put("clause", rule.clause())
        .put("lookIn", rule.origin().lookIn())
        .put("force", rule.force().name())
        .put("provenance", rule.provenance().name().toLowerCase(Locale.ROOT))
        .put("counts", rule.counts())
        .put("check", rule.check());
    put(node.putObject("title"), rule.title());
    ArrayNode limits = node.putArray("limits");
    for (Limit limit : rule.limits()) {
      limits
          .addObject()
          .put("value", limit.quantity().value())
          .put("unit", limit.quantity().unit())
          .put("inForceFrom", limit.inForceFrom().toString())
          .put("inForceUntil", text(limit.inForceUntil()));
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void put(ObjectNode node, LocalName name) {
    node.put("zh", name.zh()).put("en", name.en());
  }

  private String say(LocalName name) {
    return say(name.zh(), name.en());
  }

  private String say(String zh, String en) {
    return english ? en : zh;
  }
}
