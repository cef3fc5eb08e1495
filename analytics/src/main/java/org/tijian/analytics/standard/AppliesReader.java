package org.tijian.analytics.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument.Design;

/** Reads what a file or a rule wants of outlets and instruments. */
final class AppliesReader {
  private static final String DESIGN = "design";
  private static final String AUTOMATIC = "automatic-calibration";
  private static final String CAPACITY = "capacity-at-least";
  private static final String PERMIT = "permit-limit";
  private static final String FULL_SCALE = "full-scale";

  private AppliesReader() {}

  static Applies read(Entry holder) {
    return holder.entry("applies").map(AppliesReader::conditions).orElse(Applies.ALWAYS);
  }

  private static Applies conditions(Entry entry) {
    Set<String> known = new HashSet<>(Set.of(DESIGN, AUTOMATIC, CAPACITY, PERMIT, FULL_SCALE));
    for (Attribute attribute : Attribute.values()) {
      known.add(attribute.key());
    }
    entry.only(known);
    List<Condition> conditions = new ArrayList<>();
    for (String key : entry.keys()) {
      conditions.add(condition(entry, key));
    }
    return new Applies(conditions);
  }

  private static Condition condition(Entry entry, String key) {
    Attribute attribute = Attribute.ofKey(key);
    if (attribute != null) {
      return new Condition.OneOf(attribute, words(entry, attribute));
    }
    return switch (key) {
      case DESIGN -> new Condition.Designed(designs(entry));
      case AUTOMATIC -> new Condition.CalibratesItself(entry.flag(key));
      case PERMIT -> new Condition.Permitted(entry.flag(key));
      case CAPACITY -> new Condition.LargeEnough(quantity(entry, key));
      default -> fullScale(entry);
    };
  }

  private static Set<String> words(Entry entry, Attribute attribute) {
    Set<String> words = Set.copyOf(entry.texts(attribute.key()));
    for (String word : words) {
      if (!attribute.words().contains(word)) {
        throw entry.wrong(attribute.key(), "is none of %s: %s".formatted(attribute.words(), word));
      }
    }
    return words;
  }

  private static Set<Design> designs(Entry entry) {
    Set<Design> designs = new HashSet<>();
    for (String word : entry.texts(DESIGN)) {
      designs.add(design(entry, word));
    }
    return designs;
  }

  static Design design(Entry entry, String word) {
    for (Design design : Design.values()) {
      if (design.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return design;
      }
    }
    throw entry.wrong(DESIGN, "is none of [extractive, in-situ, dilution, none]: " + word);
  }

  static Quantity quantity(Entry entry, String key) {
    Entry given = entry.entry(key).orElseThrow(() -> entry.wrong(key, "is missing"));
    given.only("value", "unit");
    return new Quantity(given.number("value"), given.text("unit"));
  }

  private static Condition fullScale(Entry entry) {
    Entry given = entry.entry(FULL_SCALE).orElseThrow();
    given.only("at-least", "below", "unit");
    return new Condition.Ranged(
        bound(given, "at-least"), bound(given, "below"), given.text("unit"));
  }

  private static @Nullable Double bound(Entry entry, String key) {
    return entry.has(key) ? entry.number(key) : null;
  }
}
