package org.tijian.inspection.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.OutletProfile.Plate;

/** An outlet with something of it replaced. */
final class Outlets {
  private Outlets() {}

  /**
   * What a sheet of outlets says, with the instruments and signals that another sheet, or none,
   * tells.
   *
   * @param signalsOf whose signals stay
   */
  static Outlet with(
      Outlet said,
      List<Instrument> instruments,
      Map<String, Plate> plates,
      OutletProfile signalsOf) {
    OutletProfile profile = said.profile();
    return new Outlet(
        said.id(),
        said.siteId(),
        said.code(),
        said.name(),
        said.referenceOxygen(),
        said.sectionArea(),
        said.fieldFactor(),
        said.demonstration(),
        instruments,
        new OutletProfile(
            profile.words(),
            profile.capacity(),
            profile.capacityUnit(),
            profile.at(),
            profile.stackHeight(),
            profile.operator(),
            signalsOf.signals(),
            profile.gasPerFuel(),
            plates));
  }

  /** The same with an instrument in place of the one for its factor, or after the others. */
  static Outlet withInstrument(Outlet outlet, Instrument instrument, Plate plate) {
    List<Instrument> instruments = new ArrayList<>(outlet.instruments());
    int at = instruments.stream().map(Instrument::factor).toList().indexOf(instrument.factor());
    if (at < 0) {
      instruments.add(instrument);
    } else {
      instruments.set(at, instrument);
    }
    Map<String, Plate> plates = new HashMap<>(outlet.profile().instruments());
    plates.remove(instrument.factor());
    if (!plate.equals(Plate.EMPTY)) {
      plates.put(instrument.factor(), plate);
    }
    return with(outlet, instruments, plates, outlet.profile());
  }
}
