package org.tijian.analytics.site;

import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says of itself (企业概况). What nobody said is null.
 *
 * @param creditCode unified social credit code (统一社会信用代码); at most one site has it
 * @param industry a word of {@code Attribute.INDUSTRY}
 */
public record SiteProfile(
    @Nullable String creditCode,
    @Nullable String industry,
    Place place,
    @Nullable Coordinates at,
    Contact contact) {
  /** Nothing is known. */
  public static final SiteProfile NONE =
      new SiteProfile(null, null, Place.UNKNOWN, null, Contact.NONE);

  /** Where it is, in words; programmes match by the first three. */
  public record Place(
      @Nullable String province,
      @Nullable String city,
      @Nullable String district,
      @Nullable String address) {
    public static final Place UNKNOWN = new Place(null, null, null, null);
  }

  /** Whom to ask. */
  public record Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {
    public static final Contact NONE = new Contact(null, null, null);

    /** Not for logs. */
    @Override
    public String toString() {
      return "Contact";
    }
  }
}
