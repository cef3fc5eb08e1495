package org.tijian.analytics.site;

/**
 * A point on the earth in WGS-84, the system of satellite receivers. Maps made for China show
 * points shifted by 100 to 700 m (GCJ-02); such coordinates are not these.
 *
 * @param longitude in degrees, east positive
 * @param latitude in degrees, north positive
 */
public record Coordinates(double longitude, double latitude) {
  public Coordinates {
    if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException(
          "no point on the earth: %s %s".formatted(longitude, latitude));
    }
  }
}
