package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.LinkDay;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;

/**
 * What the accounts of the line tell (联网): drops, time to come back, stability, messages after the
 * standard, latency, clock. Of each day the worst stands for the span; rates are of the whole span.
 */
final class LinkMeasures {
  private static final double SECONDS_PER_MINUTE = 60;

  private LinkMeasures() {}

  static void addTo(Map<String, Measure> measures) {
    measures.put(
        "link drops",
        worst("n", "一天内掉线次数（最多的一天）", "drops on the worst day", day -> number(day.drops())));
    measures.put(
        "link reconnect",
        worst("T", "最长一次掉线的分钟数", "minutes of the longest drop", LinkDay::longestDropMinutes));
    measures.put(
        "link latency",
        worst("T", "最迟一天的平均时延", "mean latency of the slowest day", LinkDay::latencySeconds));
    measures.put("link clock", LinkMeasures::clock);
    measures.put(
        "link stability",
        rate("到达的分钟数据", "minute data that arrived", LinkDay::arrived, LinkDay::due));
    measures.put(
        "link protocol",
        rate("符合协议的报文", "messages after the standard", LinkMeasures::sound, LinkDay::messages));
    measures.put("link enciphered", LinkMeasures::enciphered);
  }

  private static @Nullable Double number(@Nullable Long count) {
    return count == null ? null : count.doubleValue();
  }

  private static @Nullable Long sound(LinkDay day) {
    Long messages = day.messages();
    Long defective = day.defective();
    return messages == null || defective == null ? null : Long.valueOf(messages - defective);
  }

  private static List<LinkDay> days(Material material) {
    return material.dossier().link().stream()
        .filter(day -> BeijingTime.startOf(day.day()).isBefore(material.until()))
        .filter(day -> BeijingTime.startOf(day.day().plusDays(1)).isAfter(material.from()))
        .toList();
  }

  private static Measure worst(
      String symbol, String zh, String en, Function<LinkDay, @Nullable Double> of) {
    return (rule, instrument, material) -> {
      List<LinkDay> counted = days(material).stream().filter(day -> of.apply(day) != null).toList();
      return counted.stream()
          .max(Comparator.comparingDouble(day -> Objects.requireNonNull(of.apply(day))))
          .map(
              day -> {
                double found = Objects.requireNonNull(of.apply(day));
                Quantity quantity = new Quantity(found, unit(rule));
                return new Measured(
                    "x = max(%s)".formatted(symbol),
                    List.of(days(counted.size())),
                    List.of(step("x", zh, en, day.day().toString(), found, unit(rule))),
                    quantity,
                    counted.size(),
                    BeijingTime.startOf(day.day()));
              });
    };
  }

  private static org.tijian.analytics.finding.Step days(int days) {
    return input("D", "有记录的天数", "days on record", days, "d");
  }

  private static String unit(Rule rule) {
    return rule.limits().get(0).quantity().unit();
  }

  /** Seconds, or minutes where the limit is in minutes. */
  private static Optional<Measured> clock(
      Rule rule, org.tijian.analytics.site.@Nullable Instrument instrument, Material material) {
    double per = unit(rule).equals("min") ? SECONDS_PER_MINUTE : 1;
    return worst(
            "|Δt|",
            "时钟差绝对值最大的一天",
            "day with the largest clock offset",
            day -> {
              Double offset = day.clockSeconds();
              return offset == null ? null : Double.valueOf(Math.abs(offset) / per);
            })
        .of(rule, instrument, material);
  }

  private static Measure rate(
      String zh,
      String en,
      Function<LinkDay, @Nullable Long> part,
      Function<LinkDay, @Nullable Long> whole) {
    return (rule, instrument, material) -> {
      List<LinkDay> counted =
          days(material).stream()
              .filter(day -> part.apply(day) != null && whole.apply(day) != null)
              .toList();
      long parts = counted.stream().mapToLong(d -> Objects.requireNonNull(part.apply(d))).sum();
      long all = counted.stream().mapToLong(d -> Objects.requireNonNull(whole.apply(d))).sum();
      if (all == 0) {
        return Optional.empty();
      }
      double found = Rate.percent(parts, all);
      return Optional.of(
          new Measured(
              "x = N_1 / N × 100",
              List.of(
                  days(counted.size()),
                  input("N_1", zh, en, parts, "1"),
                  input("N", "总数", "all", all, "1")),
              List.of(step("x", "比例", "share", "%d / %d × 100".formatted(parts, all), found, "%")),
              new Quantity(found, unit(rule)),
              counted.size(),
              null));
    };
  }

  private static Optional<Measured> enciphered(
      Rule rule, org.tijian.analytics.site.@Nullable Instrument instrument, Material material) {
    List<LinkDay> counted = days(material).stream().filter(d -> d.enciphered() != null).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    long plain = counted.stream().filter(d -> Boolean.FALSE.equals(d.enciphered())).count();
    return Optional.of(
        new Measured(
            "x = 1 (n = 0)",
            List.of(
                days(counted.size()),
                input("n", "有未加密报文的天数", "days with messages in the clear", plain, "d")),
            List.of(),
            new Quantity(plain == 0 ? 1 : 0, Rule.YES_OR_NO),
            counted.size(),
            null));
  }
}
