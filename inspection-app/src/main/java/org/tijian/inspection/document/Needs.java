package org.tijian.inspection.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

/** Which documents are asked for of which outlets, by what the register says of them. */
@Component
class Needs {
  private final DocumentKinds kinds;
  private final Analytics analytics;

  Needs(DocumentKinds kinds, Analytics analytics) {
    this.kinds = kinds;
    this.analytics = analytics;
  }

  /**
   * The most pressing first.
   *
   * @param documents the newest version of each
   */
  List<Need> of(List<Outlet> outlets, Collection<DocumentView.Version> documents, Need.Days days) {
    List<Need> needs = new ArrayList<>();
    for (DocumentKind kind : kinds.kinds()) {
      places(kind, outlets).forEach(place -> needs.add(Need.of(kind, place, documents, days)));
    }
    return Need.sorted(needs);
  }

  private List<Need.Place> places(DocumentKind kind, List<Outlet> outlets) {
    if (kind.when() == DocumentKind.When.NEVER || outlets.isEmpty()) {
      return List.of();
    }
    return switch (kind.per()) {
      case SITE -> List.of(Need.Place.SITE);
      case OUTLET -> outlets.stream().map(Needs::place).toList();
      case INSTRUMENT -> outlets.stream().flatMap(outlet -> places(kind, outlet).stream()).toList();
    };
  }

  private List<Need.Place> places(DocumentKind kind, Outlet outlet) {
    return outlet.instruments().stream()
        .filter(kind.when()::speaksOf)
        .map(instrument -> place(outlet, instrument))
        .toList();
  }

  private static Need.Place place(Outlet outlet) {
    LocalName name = outlet.name();
    return new Need.Place(
        outlet.id(),
        null,
        new LocalName(outlet.code() + " " + name.zh(), outlet.code() + " " + name.en()));
  }

  private Need.Place place(Outlet outlet, Instrument instrument) {
    LocalName factor = analytics.factors().of(instrument.factor()).name();
    return new Need.Place(
        outlet.id(),
        instrument.factor(),
        new LocalName(
            "%s %s（%s）".formatted(outlet.code(), instrument.name().zh(), factor.zh()),
            "%s %s (%s)".formatted(outlet.code(), instrument.name().en(), factor.en())));
  }
}
