package org.tijian.inspection.place;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;

/** How far two places are from each other, as the crow flies: no road map is asked. */
public final class Distance {
  /** Mean radius of the earth in kilometres. */
  private static final double RADIUS = 6371.0;

  private Distance() {}

  /** By the haversine formula, in whole kilometres; 0 if one of them is not known. */
  public static int kilometres(@Nullable Coordinates one, @Nullable Coordinates other) {
    if (one == null || other == null) {
      return 0;
    }
    double latitude = Math.toRadians(other.latitude() - one.latitude());
    double longitude = Math.toRadians(other.longitude() - one.longitude());
    double a =
        square(Math.sin(latitude / 2))
            + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude()))
                * square(Math.sin(longitude / 2));
    return (int) Math.round(2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, a))));
  }

  private static double square(double value) {
    return value * value;
  }
}
