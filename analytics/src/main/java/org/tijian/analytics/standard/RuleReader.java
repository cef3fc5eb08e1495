package org.tijian.analytics.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tijian.analytics.site.LocalName;

/** Reads the rules of one file, and refuses what it does not fully understand. */
final class RuleReader {
  private static final Set<String> FILE_KEYS =
      Set.of("standard", "edition", "applies", "says", "advice", "rules");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "id",
          "clause",
          "look-in",
          "force",
          "form",
          "check",
          "compare",
          "measured-by",
          "applies",
          "factors",
          "parameters",
          "limits",
          "title",
          "says",
          "advice",
          "causes",
          "provenance",
          "sources");

  private final FormReader forms;
  private final Map<String, Map<String, LocalName>> common;
  private final Set<String> knownSources;

  /**
   * @param common sentences by check
   */
  RuleReader(
      Map<String, CheckForm> forms,
      Map<String, Map<String, LocalName>> common,
      Set<String> knownSources) {
    this.forms = new FormReader(forms);
    this.common = common;
    this.knownSources = knownSources;
  }

  List<Rule> read(Entry file) {
    file.only(FILE_KEYS);
    Shared shared =
        new Shared(
            file,
            Sayings.shared(file, forms.all()),
            AppliesReader.read(file),
            AdviceReader.shared(file));
    List<Rule> rules = new ArrayList<>();
    for (Entry entry : file.entries("rules")) {
      rules.add(rule(shared, entry.named(entry.text("id")).only(RULE_KEYS)));
    }
    return rules;
  }

  private Rule rule(Shared shared, Entry entry) {
    CheckForm form = forms.form(entry);
    List<Limit> limits = limits(entry);
    Rule rule =
        new Rule(
            entry.text("id"),
            origin(shared.file(), entry),
            entry.oneOf("force", Force.class),
            form.name(),
            FormReader.comparison(entry, form, limits),
            entry.has("factors") ? entry.texts("factors") : List.of(),
            FormReader.parameters(entry, form),
            limits,
            new Words(
                name(entry, "title"),
                Sayings.of(entry, common.getOrDefault(form.name(), Map.of()), shared.says(), form),
                AdviceReader.of(entry, shared.advice()),
                causes(entry)),
            shared.applies().and(AppliesReader.read(entry)),
            FormReader.measure(entry, form),
            null);
    requireFactors(entry, rule);
    return rule;
  }

  private Origin origin(Entry file, Entry entry) {
    return new Origin(
        file.text("standard"),
        file.text("edition"),
        entry.optionalText("clause"),
        entry.optionalText("look-in"),
        entry.oneOf("provenance", Provenance.class),
        sources(entry));
  }

  private static List<Limit> limits(Entry entry) {
    List<Limit> limits = entry.entries("limits").stream().map(LimitReader::read).toList();
    if (limits.isEmpty()) {
      throw entry.wrong("limits", "is empty");
    }
    return limits;
  }

  private static void requireFactors(Entry entry, Rule rule) {
    boolean asks = rule.applies().conditions().stream().anyMatch(Condition::asksInstrument);
    if (asks && rule.factors().isEmpty()) {
      throw entry.wrong("factors", "is missing, for it speaks of instruments");
    }
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

  private static List<LocalName> causes(Entry entry) {
    return entry.has("causes")
        ? entry.entries("causes").stream().map(Entry::localName).toList()
        : List.of();
  }

  private static LocalName name(Entry entry, String key) {
    return entry.entry(key).orElseThrow(() -> entry.wrong(key, "is missing")).localName();
  }

  /** What all rules of a file have in common. */
  private record Shared(
      Entry file, Map<String, LocalName> says, Applies applies, Map<String, Advice> advice) {}
}
