package org.tijian.analytics.standard;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.tijian.analytics.site.LocalName;

/** The factors that HJ 212-2017 annex B lists, as far as the product names them. */
@NamedInterface("factor")
public final class Factors {
  private static final String RESOURCE = "standards/factors.yaml";

  private final Map<String, Factor> byCode;

  private Factors(Map<String, Factor> byCode) {
    this.byCode = Collections.unmodifiableMap(byCode);
  }

  /** Reads the list that comes with the product. */
  public static Factors builtIn() {
    Map<String, Factor> byCode = new LinkedHashMap<>();
    for (Entry entry : Entry.ofResource(RESOURCE).only("factors").entries("factors")) {
      Factor factor = factor(entry.only("code", "zh", "en", "unit"));
      if (byCode.putIfAbsent(factor.code(), factor) != null) {
        throw entry.wrong("code", "is listed twice");
      }
    }
    return new Factors(byCode);
  }

  private static Factor factor(Entry entry) {
    LocalName name = new LocalName(entry.text("zh"), entry.text("en"));
    return new Factor(entry.text("code"), name, entry.text("unit"));
  }

  /**
   * @return the factor; for a code no table knows, one that is named by its code
   */
  public Factor of(String code) {
    Factor known = byCode.get(code);
    return known == null ? Factor.unknown(code) : known;
  }

  public Collection<Factor> all() {
    return byCode.values();
  }
}
