package org.tijian.analytics.standard;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tijian.analytics.site.LocalName;

/**
 * The sentences of a rule: its own, and those that all rules of its file share. Every outcome its
 * check can come to has one in both languages.
 */
final class Sayings {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  private Sayings() {}

  static Map<String, LocalName> shared(Entry file, Collection<CheckForm> forms) {
    Set<String> known = new HashSet<>();
    forms.forEach(form -> known.addAll(form.outcomes()));
    return given(file, known);
  }

  /** Sentences that all rules of a check share unless their file or they themselves say else. */
  static Map<String, Map<String, LocalName>> common(Entry file, Map<String, CheckForm> forms) {
    Map<String, Map<String, LocalName>> common = new HashMap<>();
    for (String check : file.keys()) {
      CheckForm form = forms.get(check);
      if (form == null) {
        throw file.wrong(check, "names no check");
      }
      common.put(check, says(file.entry(check).orElseThrow(), form.outcomes()));
    }
    return common;
  }

  /**
   * @param common sentences of the rule's check
   * @param shared sentences of the rule's file
   */
  static Map<String, LocalName> of(
      Entry rule, Map<String, LocalName> common, Map<String, LocalName> shared, CheckForm form) {
    Map<String, LocalName> says = new HashMap<>(common);
    says.putAll(shared);
    says.putAll(given(rule, form.outcomes()));
    says.keySet().retainAll(form.outcomes());
    for (String outcome : form.outcomes()) {
      LocalName sentence = says.get(outcome);
      if (sentence == null) {
        throw rule.wrong("says." + outcome, "is missing");
      }
      requireKnown(rule, outcome, sentence, form);
    }
    return says;
  }

  private static Map<String, LocalName> given(Entry entry, Set<String> known) {
    return entry.entry("says").map(given -> says(given, known)).orElse(Map.of());
  }

  private static Map<String, LocalName> says(Entry given, Set<String> known) {
    Map<String, LocalName> says = new HashMap<>();
    given.keys().forEach(key -> add(says, given, known, key));
    return says;
  }

  private static void add(
      Map<String, LocalName> says, Entry given, Set<String> known, String outcome) {
    if (!known.contains(outcome)) {
      throw given.wrong(outcome, "is no outcome or reason of the check");
    }
    says.put(outcome, given.entry(outcome).orElseThrow().localName());
  }

  private static void requireKnown(Entry rule, String outcome, LocalName sentence, CheckForm form) {
    boolean hasBasis = outcome.startsWith("met") || outcome.startsWith("not-met");
    Set<String> allowed = hasBasis ? form.placeholders() : Set.of();
    Matcher matcher = PLACEHOLDER.matcher(sentence.zh() + sentence.en());
    while (matcher.find()) {
      if (!allowed.contains(matcher.group(1))) {
        throw rule.wrong("says." + outcome, "has an unknown placeholder " + matcher.group());
      }
    }
  }
}
