package org.tijian.gateway.codec;

import org.jspecify.annotations.Nullable;

/**
 * An oddity of a frame that could be read all the same; counted per device.
 *
 * @param code stable word, for example {@code crc-lower-case}
 * @param clause the clause it departs from, or null where no clause was read that says so
 * @param declared what the frame says or the standard asks for, or null
 * @param found what was found instead, or null
 */
public record Defect(
    String code, @Nullable String clause, @Nullable String declared, @Nullable String found) {

  static final String FRAME = "HJ 212-2017 6.3.1 table 2";
  static final String SEGMENT = "HJ 212-2017 table 3";
  static final String DATA_AREA = "HJ 212-2017 6.3.3.1";
  static final String CRC = "HJ 212-2017 annex A";
  static final String CIPHER = "HJ 212-2025 6.4";
}
