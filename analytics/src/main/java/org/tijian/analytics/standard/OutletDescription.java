package org.tijian.analytics.standard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;

/**
 * An outlet as far as rules choose by it. What nobody described is missing, and a rule that asks
 * for it can then not be chosen.
 *
 * @param code the outlet's number
 * @param words a word of each attribute that is known
 * @param capacity of the source, for example 35 t/h; null if nobody said
 */
public record OutletDescription(
    String code,
    Map<Attribute, String> words,
    @Nullable Quantity capacity,
    List<Equipment> equipment) {
  private static final String HOME = "cn";

  public OutletDescription {
    Map<Attribute, String> known = new EnumMap<>(Attribute.class);
    known.put(Attribute.REGIME, HOME);
    known.putAll(words);
    known.forEach((attribute, word) -> attribute.meaning(word));
    words = Map.copyOf(known);
    equipment = List.copyOf(equipment);
  }

  /**
   * What the register knows of an outlet: its instruments, by their factors the medium, and what
   * the enterprise said of it.
   */
  public static OutletDescription of(Outlet outlet) {
    List<Equipment> equipment = outlet.instruments().stream().map(Equipment::of).toList();
    Map<Attribute, String> words = new EnumMap<>(Attribute.class);
    if (!equipment.isEmpty()) {
      words.put(Attribute.MEDIUM, medium(equipment.get(0).factor()));
    }
    OutletProfile said = outlet.profile();
    for (Attribute attribute : Attribute.values()) {
      String word = said.words().get(attribute.key());
      if (word != null && attribute.words().contains(word)) {
        words.put(attribute, word);
      }
    }
    Quantity capacity =
        said.capacity() == null || said.capacityUnit() == null
            ? null
            : new Quantity(said.capacity(), said.capacityUnit());
    return new OutletDescription(outlet.code(), words, capacity, equipment);
  }

  /** HJ 212-2017 annex B: codes of water factors begin with w, of gas factors with a. */
  private static String medium(String factor) {
    return factor.startsWith("w") ? "water" : "gas";
  }

  Optional<String> word(Attribute attribute) {
    return Optional.ofNullable(words.get(attribute));
  }
}
