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
 * @param demonstration whether its readings are emulated; every screen and report says so
 */
public record Outlet(
    long id,
    long siteId,
    String code,
    LocalName name,
    @Nullable Double referenceOxygen,
    boolean demonstration,
    List<Instrument> instruments) {

  public Outlet {
    instruments = List.copyOf(instruments);
  }

  public Optional<Instrument> instrument(String factor) {
    return instruments.stream().filter(i -> i.factor().equals(factor)).findFirst();
  }
}
