package org.tijian.analytics.standard;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules the product knows, in the order of the packs. Immutable. */
public final class RuleBook {
  private static final String FOLDER = "standards/";

  private final Map<String, Rule> byId;

  private RuleBook(Map<String, Rule> byId) {
    this.byId = byId;
  }

  /**
   * Reads the packs that come with the product.
   *
   * @param forms what the checks at hand want of a rule
   * @throws RuleBookException naming file, rule and key of the first thing that is wrong
   */
  public static RuleBook builtIn(Collection<CheckForm> forms) {
    List<Entry> files =
        Entry.ofResource(FOLDER + "index.yaml").only("packs").texts("packs").stream()
            .map(pack -> Entry.ofResource(FOLDER + pack))
            .toList();
    Set<String> sources = Set.copyOf(Entry.ofResource(FOLDER + "sources.yaml").keys());
    return of(forms, Entry.ofResource(FOLDER + "says.yaml"), sources, files);
  }

  static RuleBook of(
      Collection<CheckForm> forms, Entry says, Set<String> sources, List<Entry> files) {
    Map<String, CheckForm> byName =
        forms.stream().collect(Collectors.toMap(CheckForm::name, form -> form));
    RuleReader reader = new RuleReader(byName, Sayings.common(says, byName), sources);
    Map<String, Rule> byId = new LinkedHashMap<>();
    for (Entry file : files) {
      for (Rule rule : reader.read(file)) {
        if (byId.putIfAbsent(rule.id(), rule) != null) {
          throw file.named(rule.id()).wrong("id", "is used twice");
        }
      }
    }
    return new RuleBook(byId);
  }

  /**
   * The same rules, with what was confirmed up to a moment. The packs stay as they are; a
   * confirmation of a rule or edition that is not here says nothing.
   */
  public RuleBook confirmed(Collection<Confirmation> confirmations, Instant asOf) {
    Map<String, Rule> marked = new LinkedHashMap<>(byId);
    for (Confirmation confirmation : confirmations) {
      marked.computeIfPresent(
          confirmation.ruleId(), (id, rule) -> rule.confirmed(confirmation, asOf));
    }
    return new RuleBook(marked);
  }

  public List<Rule> rules() {
    return List.copyOf(byId.values());
  }

  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Rules that a check of the given name judges and that speak of the factor. */
  public List<Rule> rules(String check, String factor) {
    return byId.values().stream()
        .filter(rule -> rule.check().equals(check) && rule.factors().contains(factor))
        .toList();
  }
}
