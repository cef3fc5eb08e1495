package org.tijian.analytics.shape;

/**
 * Seeded noise without state: the same question always gets the same answer.
 *
 * @param seed distinguishes outlets and quantities
 */
public record Noise(long seed) {

  /** Noise of its own for a quantity of this outlet. */
  public Noise of(String quantity) {
    return new Noise(mixed(seed ^ mixed(quantity.hashCode())));
  }

  /** Evenly spread over [0, 1). */
  public double share(long step) {
    return (mixed(seed + 0x9E3779B97F4A7C15L * step) >>> 11) * 0x1.0p-53;
  }

  /** Evenly spread over [-size, size). */
  public double within(double size, long step) {
    return size * (2 * share(step) - 1);
  }

  /** The finishing steps of MurmurHash3 for 64 bits. */
  private static long mixed(long bits) {
    long mixed = bits;
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
