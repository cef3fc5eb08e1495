package org.tijian.analytics.standard;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the description of an outlet from a YAML file (docs/rules.md). What is not known is left
 * out; what cannot be understood is an error that names line and field.
 */
public final class OutletFile {
  private static final String OUTLET = "outlet";
  private static final String CAPACITY = "capacity";
  private static final String INSTRUMENTS = "instruments";

  private OutletFile() {}

  /**
   * @param file name for messages
   * @throws RuleBookException naming file, line and field
   */
  public static OutletDescription read(String file, String yaml) {
    try {
      return description(Entry.ofText(file, yaml));
    } catch (RuleBookException e) {
      int line = e.line() > 0 ? e.line() : Lines.of(yaml).line(e.where());
      String rest = e.getMessage() == null ? "" : e.getMessage().substring(file.length());
      throw new RuleBookException("%s:%d%s".formatted(file, line, rest), e.where(), line);
    }
  }

  private static OutletDescription description(Entry entry) {
    Set<String> known = new HashSet<>(Set.of(OUTLET, CAPACITY, INSTRUMENTS));
    for (Attribute attribute : Attribute.values()) {
      known.add(attribute.key());
    }
    entry.only(known);
    List<Equipment> equipment =
        entry.entries(INSTRUMENTS).stream().map(OutletFile::equipment).toList();
    requireOnePerFactor(entry, equipment);
    return new OutletDescription(
        entry.text(OUTLET),
        words(entry),
        entry.has(CAPACITY) ? AppliesReader.quantity(entry, CAPACITY) : null,
        equipment);
  }

  private static Map<Attribute, String> words(Entry entry) {
    Map<Attribute, String> words = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      if (entry.has(attribute.key())) {
        String word = entry.text(attribute.key());
        if (!attribute.words().contains(word)) {
          throw entry.wrong(
              attribute.key(), "is none of %s: %s".formatted(attribute.words(), word));
        }
        words.put(attribute, word);
      }
    }
    return words;
  }

  private static Equipment equipment(Entry entry) {
    entry.only("factor", "design", "automatic-calibration", "full-scale", "permit-limit");
    @Nullable String design = entry.optionalText("design");
    return new Equipment(
        entry.text("factor"),
        design == null ? null : AppliesReader.design(entry, design),
        flag(entry, "automatic-calibration"),
        entry.has("full-scale") ? AppliesReader.quantity(entry, "full-scale") : null,
        flag(entry, "permit-limit"));
  }

  private static @Nullable Boolean flag(Entry entry, String key) {
    return entry.has(key) ? entry.flag(key) : null;
  }

  private static void requireOnePerFactor(Entry entry, List<Equipment> equipment) {
    Set<String> factors = new HashSet<>();
    for (Equipment each : equipment) {
      if (!factors.add(each.factor())) {
        throw entry.wrong(INSTRUMENTS, "names the factor twice: " + each.factor());
      }
    }
  }
}
