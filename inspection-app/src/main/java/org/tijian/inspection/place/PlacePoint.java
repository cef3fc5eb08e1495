package org.tijian.inspection.place;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;
import org.tijian.inspection.request.Input;

/** A point as somebody filled it in, in WGS-84, held against where an enterprise can be. */
public final class PlacePoint {
  /** Whole degrees around China, its islands included; corners reach beyond the borders. */
  static final int WEST = 73;

  static final int EAST = 136;
  static final int SOUTH = 3;
  static final int NORTH = 54;

  private PlacePoint() {}

  /**
   * @return null if nothing was filled in
   */
  public static @Nullable Coordinates checked(
      String field, @Nullable Double longitude, @Nullable Double latitude) {
    if (longitude == null && latitude == null) {
      return null;
    }
    double east = Input.required(field + ".longitude", longitude);
    double north = Input.required(field + ".latitude", latitude);
    Input.check(
        !isSwapped(east, north),
        field + ".latitude",
        "纬度 %s 不可能，是否与经度填反了？".formatted(north),
        "Latitude %s cannot be. Were the two swapped?".formatted(north));
    Input.check(
        east >= WEST && east <= EAST,
        field + ".longitude",
        "经度应在 %d 与 %d 之间（中国范围），现为 %s。".formatted(WEST, EAST, east),
        "Longitude lies between %d and %d (China), and not at %s.".formatted(WEST, EAST, east));
    Input.check(
        north >= SOUTH && north <= NORTH,
        field + ".latitude",
        "纬度应在 %d 与 %d 之间（中国范围），现为 %s。".formatted(SOUTH, NORTH, north),
        "Latitude lies between %d and %d (China), and not at %s.".formatted(SOUTH, NORTH, north));
    return new Coordinates(east, north);
  }

  private static boolean isSwapped(double east, double north) {
    return north >= WEST && north <= EAST && east >= SOUTH && east <= NORTH;
  }
}
