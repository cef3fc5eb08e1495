package org.tijian.analytics.standard;

import org.springframework.modulith.NamedInterface;
import org.tijian.analytics.site.LocalName;

/**
 * A monitored quantity (监测因子).
 *
 * @param code code of HJ 212-2017, for example {@code a21026}
 * @param name for people; the code itself where no table knows it
 * @param unit unit of its values; empty where no table knows the code
 */
@NamedInterface("factor")
public record Factor(String code, LocalName name, String unit) {

  /** A code that real loggers send and no table lists. */
  static Factor unknown(String code) {
    return new Factor(code, new LocalName(code, code), "");
  }
}
