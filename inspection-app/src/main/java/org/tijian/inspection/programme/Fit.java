package org.tijian.inspection.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.standard.Attribute;
import org.tijian.analytics.standard.OutletDescription;

/**
 * That a programme fits an enterprise, and why in words. What nobody said speaks neither for nor
 * against: the programme is then told as one that may fit, and the reason says what is not known.
 *
 * @param outletIds outlets that it fits
 */
record Fit(List<Long> outletIds, LocalName reason) {
  Fit {
    outletIds = List.copyOf(outletIds);
  }

  /**
   * @param names of factors, by code
   */
  static Optional<Fit> of(
      Programme.Conditions conditions,
      Site site,
      List<Outlet> outlets,
      Function<String, LocalName> names) {
    List<LocalName> unknown = new ArrayList<>();
    if (!placeFits(conditions.places(), site, unknown)) {
      return Optional.empty();
    }
    List<Outlet> fitting =
        outlets.stream().filter(outlet -> fits(conditions, site, outlet, unknown)).toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fit(
                fitting.stream().map(Outlet::id).toList(),
                reason(conditions, fitting, names, unknown)));
  }

  private static boolean placeFits(List<String> places, Site site, List<LocalName> unknown) {
    List<String> known =
        Stream.of(
                site.profile().place().province(),
                site.profile().place().city(),
                site.profile().place().district())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    if (!places.isEmpty() && known.isEmpty()) {
      unknown.add(new LocalName("所在地区", "where you are"));
    }
    return places.isEmpty() || known.isEmpty() || known.stream().anyMatch(places::contains);
  }

  private static boolean fits(
      Programme.Conditions conditions, Site site, Outlet outlet, List<LocalName> unknown) {
    Map<Attribute, String> words = OutletDescription.of(outlet).words();
    String medium = conditions.medium();
    String industry = words.getOrDefault(Attribute.INDUSTRY, site.profile().industry());
    return (medium == null || medium.equals(words.get(Attribute.MEDIUM)))
        && (conditions.factors().isEmpty() || !monitored(conditions, outlet).isEmpty())
        && wordFits(conditions.fuels(), words.get(Attribute.FUEL), Attribute.FUEL, unknown)
        && wordFits(conditions.industries(), industry, Attribute.INDUSTRY, unknown);
  }

  private static boolean wordFits(
      List<String> asked, @Nullable String known, Attribute attribute, List<LocalName> unknown) {
    if (!asked.isEmpty() && known == null) {
      unknown.add(attribute.meaning());
      return true;
    }
    return asked.isEmpty() || asked.contains(known);
  }

  private static List<String> monitored(Programme.Conditions conditions, Outlet outlet) {
    return outlet.instruments().stream()
        .map(Instrument::factor)
        .filter(conditions.factors()::contains)
        .toList();
  }

  private static LocalName reason(
      Programme.Conditions conditions,
      List<Outlet> fitting,
      Function<String, LocalName> names,
      List<LocalName> unknown) {
    List<LocalName> because = new ArrayList<>();
    String medium = conditions.medium();
    if (medium != null) {
      because.add(Attribute.MEDIUM.meaning(medium));
    }
    fitting.stream()
        .flatMap(outlet -> monitored(conditions, outlet).stream())
        .distinct()
        .map(names)
        .map(name -> new LocalName("监测" + name.zh(), "monitoring of " + name.en()))
        .forEach(because::add);
    conditions.fuels().stream().map(Attribute.FUEL::meaning).forEach(because::add);
    conditions.industries().stream().map(Attribute.INDUSTRY::meaning).forEach(because::add);
    because.addAll(conditions.places().stream().map(place -> new LocalName(place, place)).toList());
    String codes = fitting.stream().map(Outlet::code).collect(Collectors.joining("、"));
    String codesEn = fitting.stream().map(Outlet::code).collect(Collectors.joining(", "));
    return new LocalName(
        "适合贵单位的排放口 %s%s%s"
            .formatted(
                codes, join(because, "，条件是：%s。", "、", LocalName::zh), missing(unknown, true)),
        "This fits your outlet%s %s%s%s"
            .formatted(
                fitting.size() == 1 ? "" : "s",
                codesEn,
                join(because, ", because it is for: %s.", ", ", LocalName::en),
                missing(unknown, false)));
  }

  private static String join(
      List<LocalName> words, String frame, String between, Function<LocalName, String> in) {
    return words.isEmpty()
        ? frame.substring(frame.length() - 1)
        : frame.formatted(words.stream().map(in).distinct().collect(Collectors.joining(between)));
  }

  private static String missing(List<LocalName> unknown, boolean zh) {
    if (unknown.isEmpty()) {
      return "";
    }
    String words =
        unknown.stream()
            .distinct()
            .map(zh ? LocalName::zh : LocalName::en)
            .collect(Collectors.joining(zh ? "、" : ", "));
    return zh
        ? "贵单位尚未填写%s，是否适合请自行判断。".formatted(words)
        : " Not filled in yet: %s. Whether it fits is for you to say.".formatted(words);
  }
}
