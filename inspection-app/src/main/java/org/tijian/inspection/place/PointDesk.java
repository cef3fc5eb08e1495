package org.tijian.inspection.place;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Sets where an enterprise and its outlets are, one point at a time; everything else that is said
 * of them stays. An outlet far from its enterprise is possible and rare, so it is asked about.
 */
@Component
class PointDesk {
  /** Kilometres from which on it is asked whether that is right. */
  static final int FAR = 50;

  private final SiteRegister register;

  PointDesk(SiteRegister register) {
    this.register = register;
  }

  /**
   * @param at null takes the point away
   * @param sure whether somebody said that far is right
   * @throws RefusedRequest 409 {@code far-away} if an outlet is far from it
   */
  void site(Account director, @Nullable Coordinates at, boolean sure) {
    if (director.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    Site site = register.site(Objects.requireNonNull(director.siteId())).orElseThrow();
    if (!sure) {
      register
          .outlets(site.id())
          .forEach(outlet -> askIfFar(outlet.code(), outlet.profile().at(), at));
    }
    SiteProfile profile = site.profile();
    register.changeSite(
        new Site(
            site.id(),
            site.name(),
            new SiteProfile(
                profile.creditCode(), profile.industry(), profile.place(), at, profile.contact())));
  }

  /** As above, for an outlet of the own enterprise. */
  void outlet(Account account, long id, @Nullable Coordinates at, boolean sure) {
    Long site = account.siteId();
    Outlet outlet =
        register
            .outlet(id)
            .filter(known -> account.may(SiteRight.LOGGERS))
            .filter(known -> site != null && known.siteId() == site)
            .orElseThrow(RefusedRequest::noAccess);
    if (!sure) {
      Coordinates of = register.site(outlet.siteId()).orElseThrow().profile().at();
      askIfFar(outlet.code(), at, of);
    }
    register.changeOutlet(at(outlet, at));
  }

  private static Outlet at(Outlet outlet, @Nullable Coordinates at) {
    OutletProfile profile = outlet.profile();
    return new Outlet(
        outlet.id(),
        outlet.siteId(),
        outlet.code(),
        outlet.name(),
        outlet.referenceOxygen(),
        outlet.sectionArea(),
        outlet.fieldFactor(),
        outlet.demonstration(),
        outlet.instruments(),
        new OutletProfile(
            profile.words(),
            profile.capacity(),
            profile.capacityUnit(),
            at,
            profile.stackHeight(),
            profile.operator(),
            profile.signals(),
            profile.gasPerFuel(),
            profile.instruments()));
  }

  private static void askIfFar(
      String outlet, @Nullable Coordinates one, @Nullable Coordinates other) {
    int distance = Distance.kilometres(one, other);
    if (distance > FAR) {
      throw new RefusedRequest(
          409,
          "far-away",
          new LocalName(
              "排放口 %s 与企业的位置相距 %d km，超过 %d km。确实如此吗？".formatted(outlet, distance, FAR),
              "Outlet %s and the enterprise would be %d km apart, more than %d km. Is that right?"
                  .formatted(outlet, distance, FAR)),
          "at");
    }
  }
}
