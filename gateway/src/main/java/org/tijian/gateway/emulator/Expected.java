package org.tijian.gateway.emulator;

import java.util.Set;

/**
 * What the platform must make of a frame.
 *
 * @param fate {@code stored}, {@code noted}, {@code duplicate} or {@code refused}
 * @param refusal the reason if it is refused, also if it is refused again; else empty
 * @param defects codes that must be counted
 */
record Expected(String fate, String refusal, Set<String> defects) {
  static final String STORED = "stored";
  static final String NOTED = "noted";
  static final String DUPLICATE = "duplicate";
  static final String REFUSED = "refused";

  Expected {
    defects = Set.copyOf(defects);
  }
}
