package org.tijian.analytics.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place of discharge that is monitored (排放口).
 *
 * @param id given by the register; 0 before it is registered
 * @param code the outlet's number in the discharge permit, for example {@code DA001}
 * @param referenceOxygen reference oxygen content (基准氧含量) in percent; null if values are not
 *     converted
 * @param sectionArea cross section of the duct in m², above zero; null if it is not known
 * @param fieldFactor velocity field factor (速度场系数), above zero; null if it is not known
 * @param demonstration whether its readings are emulated; every screen and report says so
 * @param profile what else its enterprise says of it
 */
public record Outlet(
    long id,
    long siteId,
    String code,
    LocalName name,
    @Nullable Double referenceOxygen,
    @Nullable Double sectionArea,
    @Nullable Double fieldFactor,
    boolean demonstration,
    List<Instrument> instruments,
    OutletProfile profile) {

  public Outlet {
    requireAboveZero("section area", sectionArea);
    requireAboveZero("field factor", fieldFactor);
    instruments = List.copyOf(instruments);
  }

  /** An outlet of which nothing more is said. */
  public Outlet(
      long id,
      long siteId,
      String code,
      LocalName name,
      @Nullable Double referenceOxygen,
      @Nullable Double sectionArea,
      @Nullable Double fieldFactor,
      boolean demonstration,
      List<Instrument> instruments) {
    this(
        id,
        siteId,
        code,
        name,
        referenceOxygen,
        sectionArea,
        fieldFactor,
        demonstration,
        instruments,
        OutletProfile.NONE);
  }

  /** An outlet whose duct nobody described. */
  public Outlet(
      long id,
      long siteId,
      String code,
      LocalName name,
      @Nullable Double referenceOxygen,
      boolean demonstration,
      List<Instrument> instruments) {
    this(id, siteId, code, name, referenceOxygen, null, null, demonstration, instruments);
  }

  private static void requireAboveZero(String what, @Nullable Double value) {
    if (value != null && !(value > 0)) {
      throw new IllegalArgumentException("%s must be above zero: %s".formatted(what, value));
    }
  }

  public Optional<Instrument> instrument(String factor) {
    return instruments.stream().filter(i -> i.factor().equals(factor)).findFirst();
  }
}
