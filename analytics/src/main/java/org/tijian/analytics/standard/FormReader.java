package org.tijian.analytics.standard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a rule is judged: by a check, or by somebody who looks. */
final class FormReader {
  private final Map<String, CheckForm> forms;

  FormReader(Map<String, CheckForm> forms) {
    this.forms = forms;
  }

  Collection<CheckForm> all() {
    return forms.values();
  }

  CheckForm form(Entry entry) {
    String name = checkName(entry);
    CheckForm form = forms.get(name);
    if (form == null || (name.equals(Rule.MANUAL) && !entry.has("form"))) {
      throw entry.wrong("check", "names no check: " + name);
    }
    return form;
  }

  private static String checkName(Entry entry) {
    String form = entry.optionalText("form");
    if (form == null) {
      return entry.text("check");
    }
    if (!form.equals(Rule.MANUAL)) {
      throw entry.wrong("form", "is not manual: " + form);
    }
    if (entry.has("check")) {
      throw entry.wrong("check", "is not for an item that somebody answers");
    }
    return Rule.MANUAL;
  }

  static Map<String, Double> parameters(Entry rule, CheckForm form) {
    Map<String, Double> parameters = new HashMap<>();
    rule.entry("parameters")
        .ifPresent(given -> given.keys().forEach(key -> parameters.put(key, given.number(key))));
    for (String key : parameters.keySet()) {
      if (!form.required().contains(key) && !form.optional().contains(key)) {
        throw rule.wrong("parameters." + key, "is not known to check " + form.name());
      }
    }
    for (String key : form.required()) {
      if (!parameters.containsKey(key)) {
        throw rule.wrong("parameters." + key, "is missing");
      }
    }
    return parameters;
  }

  static @Nullable Comparison comparison(Entry entry, CheckForm form, List<Limit> limits) {
    boolean manual = form.name().equals(Rule.MANUAL);
    boolean yesOrNo = limits.get(0).quantity().unit().equals(Rule.YES_OR_NO);
    if (manual && !yesOrNo) {
      return entry.oneOf("compare", Comparison.class);
    }
    if (entry.has("compare")) {
      throw entry.wrong("compare", "is only for items that are answered with a number");
    }
    return manual ? Comparison.AT_LEAST : null;
  }

  /** How data answer an item; null if only somebody who looks can. */
  static @Nullable MeasuredBy measure(Entry entry, CheckForm form) {
    String measure = entry.optionalText("measured-by");
    if (measure == null) {
      return null;
    }
    if (!form.measures().contains(measure)) {
      throw entry.wrong("measured-by", "names no measure of check " + form.name() + ": " + measure);
    }
    return MeasuredBy.parse(measure);
  }
}
