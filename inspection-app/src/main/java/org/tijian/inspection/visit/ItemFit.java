package org.tijian.inspection.visit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

/** Which outlets an item is asked for, told from what the register says of their instruments. */
enum ItemFit {
  @JsonProperty("any")
  ANY(
      instrument -> true,
      new LocalName("所有排放口都适用", "speaks of every outlet"),
      new LocalName("尚未登记分析仪", "no instrument is registered")),
  @JsonProperty("extractive")
  EXTRACTIVE(
      instrument -> instrument.design() == Instrument.Design.EXTRACTIVE,
      new LocalName("抽取式测量", "extractive"),
      new LocalName("没有登记抽取式分析仪", "no extractive instrument is registered")),
  @JsonProperty("gas-check")
  GAS_CHECK(
      instrument -> instrument.spanGas() != null,
      new LocalName("用标准气体校准", "checked with standard gas"),
      new LocalName("没有登记用标准气体校准的分析仪", "no instrument is registered that is checked with gas")),
  @JsonProperty("flow")
  FLOW(
      instrument -> Factors.FLOW.contains(instrument.factor()),
      new LocalName("监测流速或流量", "velocity or flow is measured"),
      new LocalName("没有登记流速或流量监测", "no velocity or flow is registered"));

  private final Predicate<Instrument> asks;
  private final LocalName yes;
  private final LocalName no;

  ItemFit(Predicate<Instrument> asks, LocalName yes, LocalName no) {
    this.asks = asks;
    this.yes = yes;
    this.no = no;
  }

  /** Whether it speaks of one of the outlets, and of which because of what. */
  Reason of(List<Outlet> outlets) {
    if (this == ANY) {
      return new Reason(true, yes);
    }
    List<Outlet> speaksOf =
        outlets.stream().filter(outlet -> outlet.instruments().stream().anyMatch(asks)).toList();
    if (speaksOf.isEmpty()) {
      return new Reason(false, no);
    }
    return new Reason(
        true,
        new LocalName(
            "%s：%s".formatted(words(speaksOf, LocalName::zh, "；"), yes.zh()),
            "%s: %s".formatted(words(speaksOf, LocalName::en, "; "), yes.en())));
  }

  private String words(List<Outlet> outlets, Function<LocalName, String> in, String separator) {
    return outlets.stream()
        .map(outlet -> outlet.code() + " " + instruments(outlet, in))
        .collect(Collectors.joining(separator));
  }

  private String instruments(Outlet outlet, Function<LocalName, String> in) {
    return outlet.instruments().stream()
        .filter(asks)
        .map(instrument -> in.apply(instrument.name()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Why an item is asked, or is not. */
  record Reason(boolean applies, LocalName because) {}

  /** Codes of HJ 212-2017 annex B. */
  private static final class Factors {
    /** Velocity and flow of flue gas. */
    static final Set<String> FLOW = Set.of("a01011", "a00000");
  }
}
