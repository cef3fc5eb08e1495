package org.tijian.analytics.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tijian.analytics.site.LocalName;

/** Reads the rules of one file, and refuses what it does not fully understand. */
final class RuleReader {
  private static final Set<String> FILE_KEYS = Set.of("standard", "edition", "says", "rules");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "id",
          "clause",
          "force",
          "check",
          "factors",
          "parameters",
          "limits",
          "title",
          "says",
          "advice",
          "provenance",
          "sources");

  private final Map<String, CheckForm> forms;
  private final Set<String> knownSources;

  RuleReader(Map<String, CheckForm> forms, Set<String> knownSources) {
    this.forms = forms;
    this.knownSources = knownSources;
  }

  List<Rule> read(Entry file) {
    file.only(FILE_KEYS);
    Map<String, LocalName> shared = Sayings.shared(file, forms.values());
    List<Rule> rules = new ArrayList<>();
    for (Entry entry : file.entries("rules")) {
      rules.add(rule(file, shared, entry.named(entry.text("id")).only(RULE_KEYS)));
    }
    return rules;
  }

  private Rule rule(Entry file, Map<String, LocalName> shared, Entry entry) {
    CheckForm form = form(entry);
    return new Rule(
        entry.text("id"),
        file.text("standard"),
        file.text("edition"),
        entry.optionalText("clause"),
        entry.oneOf("force", Force.class),
        form.name(),
        entry.has("factors") ? entry.texts("factors") : List.of(),
        parameters(entry, form),
        entry.entries("limits").stream().map(limit -> LimitReader.read(limit)).toList(),
        name(entry, "title"),
        Sayings.of(entry, shared, form),
        entry.has("advice") ? name(entry, "advice") : null,
        entry.oneOf("provenance", Provenance.class),
        sources(entry));
  }

  private CheckForm form(Entry entry) {
    CheckForm form = forms.get(entry.text("check"));
    if (form == null) {
      throw entry.wrong("check", "names no check: " + entry.text("check"));
    }
    return form;
  }

  private static Map<String, Double> parameters(Entry rule, CheckForm form) {
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

  private List<String> sources(Entry entry) {
    List<String> sources = entry.texts("sources");
    for (String source : sources) {
      if (!knownSources.contains(source)) {
        throw entry.wrong("sources", "names an unknown source: " + source);
      }
    }
    return sources;
  }

  private static LocalName name(Entry entry, String key) {
    return entry.entry(key).orElseThrow(() -> entry.wrong(key, "is missing")).localName();
  }
}
