package org.tijian.analytics.standard;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.PlantData;

/**
 * Reads the description of an outlet from a YAML file (docs/rules.md). What is not known is left
 * out; what cannot be understood is an error that names line and field.
 */
public final class OutletFile {
  private static final String OUTLET = "outlet";
  private static final String CAPACITY = "capacity";
  private static final String INSTRUMENTS = "instruments";
  private static final String OXYGEN = "reference-oxygen";
  private static final String FULL_SCALE = "full-scale";
  private static final String ZERO_GAS = "zero-gas";
  private static final String SPAN_GAS = "span-gas";
  private static final String PERMIT_LIMIT = "permit-limit";

  private OutletFile() {}

  /**
   * @param file name for messages
   * @throws RuleBookException naming file, line and field
   */
  public static OutletDescription read(String file, String yaml) {
    return told(file, yaml, OutletFile::description);
  }

  /**
   * The outlet with its instruments, as the checks want it; instruments whose full scale is not
   * given are left out, since nothing can be judged by them.
   *
   * @param file name for messages
   * @throws RuleBookException naming file, line and field
   */
  public static Outlet outlet(String file, String yaml, Factors factors) {
    return told(file, yaml, entry -> outlet(entry, factors));
  }

  /**
   * What it says of the plant behind the outlet.
   *
   * @param file name for messages
   * @throws RuleBookException naming file, line and field
   */
  public static PlantData plant(String file, String yaml) {
    return told(file, yaml, PlantFile::read);
  }

  private static <T> T told(String file, String yaml, Function<Entry, T> reading) {
    try {
      return reading.apply(Entry.ofText(file, yaml));
    } catch (RuleBookException e) {
      int line = e.line() > 0 ? e.line() : Lines.of(yaml).line(e.where());
      String rest = e.getMessage() == null ? "" : e.getMessage().substring(file.length());
      throw new RuleBookException("%s:%d%s".formatted(file, line, rest), e.where(), line);
    }
  }

  private static OutletDescription description(Entry entry) {
    Set<String> known = new HashSet<>(Set.of(OUTLET, CAPACITY, INSTRUMENTS, OXYGEN));
    known.addAll(PlantFile.KEYS);
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
    entry.only(
        "factor",
        "design",
        "automatic-calibration",
        FULL_SCALE,
        ZERO_GAS,
        SPAN_GAS,
        PERMIT_LIMIT,
        PlantFile.NORMAL);
    @Nullable String design = entry.optionalText("design");
    return new Equipment(
        entry.text("factor"),
        design == null ? null : AppliesReader.design(entry, design),
        entry.has("automatic-calibration") ? entry.flag("automatic-calibration") : null,
        entry.has(FULL_SCALE) ? AppliesReader.quantity(entry, FULL_SCALE) : null,
        permitLimit(entry));
  }

  /** That there is one, or what it is. */
  private static @Nullable Boolean permitLimit(Entry entry) {
    if (!entry.has(PERMIT_LIMIT)) {
      return null;
    }
    return entry.isFlag(PERMIT_LIMIT) ? entry.flag(PERMIT_LIMIT) : Boolean.TRUE;
  }

  private static Outlet outlet(Entry entry, Factors factors) {
    String code = description(entry).code();
    List<Instrument> instruments =
        entry.entries(INSTRUMENTS).stream()
            .filter(each -> each.has(FULL_SCALE))
            .map(each -> instrument(each, factors))
            .toList();
    return new Outlet(
        0,
        0,
        code,
        new LocalName(code, code),
        entry.has(OXYGEN) ? entry.number(OXYGEN) : null,
        false,
        instruments);
  }

  private static Instrument instrument(Entry entry, Factors factors) {
    Equipment equipment = equipment(entry);
    Quantity scale = AppliesReader.quantity(entry, FULL_SCALE);
    if (!(scale.value() > 0)) {
      throw entry.wrong(FULL_SCALE, "must be above zero");
    }
    Double zero = value(entry, ZERO_GAS, scale.unit());
    Instrument.@Nullable Design design = equipment.design();
    return new Instrument(
        equipment.factor(),
        factors.of(equipment.factor()).name(),
        scale.unit(),
        scale.value(),
        zero == null ? 0 : zero,
        value(entry, SPAN_GAS, scale.unit()),
        design == null ? Instrument.Design.NONE : design,
        Boolean.TRUE.equals(equipment.automaticCalibration()),
        entry.isFlag(PERMIT_LIMIT) ? null : value(entry, PERMIT_LIMIT, scale.unit()));
  }

  private static @Nullable Double value(Entry entry, String key, String unit) {
    if (!entry.has(key)) {
      return null;
    }
    Quantity quantity = AppliesReader.quantity(entry, key);
    if (!quantity.unit().equals(unit)) {
      throw entry.wrong(
          key,
          "must be in the unit of the full scale, %s, not %s".formatted(unit, quantity.unit()));
    }
    return quantity.value();
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
