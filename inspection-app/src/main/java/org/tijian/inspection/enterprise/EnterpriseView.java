package org.tijian.inspection.enterprise;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteProfile.Contact;
import org.tijian.analytics.site.SiteProfile.Place;

/** What an enterprise says of itself, in the shape of {@link EnterpriseForm}. */
public record EnterpriseView(
    long id,
    LocalName name,
    @Nullable String creditCode,
    @Nullable String industry,
    Place place,
    @Nullable Coordinates at,
    Contact contact) {
  public static EnterpriseView of(Site site) {
    SiteProfile profile = site.profile();
    return new EnterpriseView(
        site.id(),
        site.name(),
        profile.creditCode(),
        profile.industry(),
        profile.place(),
        profile.at(),
        profile.contact());
  }
}
