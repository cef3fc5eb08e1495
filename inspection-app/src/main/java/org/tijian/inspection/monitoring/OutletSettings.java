package org.tijian.inspection.monitoring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.OutletProfile.Plate;

/** What is registered of an outlet, in the shape of {@link OutletForm}. */
public record OutletSettings(
    long id,
    String code,
    LocalName name,
    @Nullable Double referenceOxygen,
    @Nullable Double sectionArea,
    @Nullable Double fieldFactor,
    List<Fitted> instruments,
    ProfileView profile) {

  public static OutletSettings of(Outlet outlet) {
    OutletProfile profile = outlet.profile();
    return new OutletSettings(
        outlet.id(),
        outlet.code(),
        outlet.name(),
        outlet.referenceOxygen(),
        outlet.sectionArea(),
        outlet.fieldFactor(),
        outlet.instruments().stream()
            .map(each -> new Fitted(each, PlateView.of(profile.plate(each.factor()))))
            .toList(),
        ProfileView.of(profile));
  }

  /** An instrument and what stands on it. */
  public record Fitted(@JsonUnwrapped Instrument instrument, PlateView plate) {}

  public record PlateView(
      @Nullable String maker,
      @Nullable String model,
      @Nullable String serialNumber,
      @Nullable String certificate,
      @Nullable Double normalLow,
      @Nullable Double normalHigh) {
    static PlateView of(Plate plate) {
      return new PlateView(
          plate.maker(),
          plate.model(),
          plate.serialNumber(),
          plate.certificate(),
          plate.normal() == null ? null : plate.normal().low(),
          plate.normal() == null ? null : plate.normal().high());
    }
  }

  public record ProfileView(
      Map<String, String> words,
      @Nullable Double capacity,
      @Nullable String capacityUnit,
      @Nullable Coordinates at,
      @Nullable Double stackHeight,
      @Nullable String operator,
      Map<String, String> signals,
      @Nullable Double gasPerFuel) {
    static ProfileView of(OutletProfile profile) {
      return new ProfileView(
          profile.words(),
          profile.capacity(),
          profile.capacityUnit(),
          profile.at(),
          profile.stackHeight(),
          profile.operator(),
          profile.signals().entrySet().stream()
              .collect(Collectors.toMap(e -> e.getKey().key(), Map.Entry::getValue)),
          profile.gasPerFuel());
    }
  }
}
