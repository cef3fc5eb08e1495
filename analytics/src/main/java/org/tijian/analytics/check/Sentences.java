package org.tijian.analytics.check;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.statistic.Rounding;

/** Puts the numbers of a judgement into the sentence of its rule. */
final class Sentences {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.OFFSET);
  private static final int DECIMALS = 3;

  private Sentences() {}

  static LocalName fill(LocalName sentence, Judgement judgement) {
    Basis basis = judgement.outcome().basis();
    if (basis == null) {
      return sentence;
    }
    Map<String, String> values = values(basis, judgement);
    return new LocalName(fill(sentence.zh(), values), fill(sentence.en(), values));
  }

  private static Map<String, String> values(Basis basis, Judgement judgement) {
    Map<String, String> values =
        Stream.concat(basis.inputs().stream(), basis.steps().stream())
            .collect(Collectors.toMap(Step::symbol, step -> plain(step.quantity().value())));
    values.put("found", text(basis.found()));
    values.put("limit", text(basis.limit()));
    values.put("readings", String.valueOf(basis.readings()));
    values.put("sign", basis.comparison());
    values.put("at", judgement.at() == null ? "" : minute(judgement.at()));
    return values;
  }

  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  private static String fill(String sentence, Map<String, String> values) {
    String filled = sentence;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  private static String text(Quantity quantity) {
    String value = plain(quantity.value());
    return quantity.unit().equals("1") ? value : value + " " + quantity.unit();
  }

  private static String plain(double value) {
    return Rounding.plain(value, DECIMALS);
  }
}
