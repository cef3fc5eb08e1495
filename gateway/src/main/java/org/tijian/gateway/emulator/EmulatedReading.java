package org.tijian.gateway.emulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Field;

/**
 * What the logger reports of one factor, rounded as it sends it.
 *
 * @param converted converted to the reference oxygen content, or null
 * @param amount kg of a pollutant or m3 of gas in the period, or null
 * @param flag data mark
 */
record EmulatedReading(
    EmulatedFactor factor,
    double minimum,
    double average,
    double maximum,
    @Nullable Double converted,
    @Nullable Double amount,
    String flag) {

  private static final int AMOUNT_DECIMALS = 4;

  /** As fields of a minute or hour. */
  List<Field> ofPeriod() {
    List<Field> fields = new ArrayList<>(6);
    if (amount != null) {
      fields.add(field("Cou", Decimals.text(amount, AMOUNT_DECIMALS)));
    }
    fields.add(field("Min", factor.text(minimum)));
    fields.add(field("Avg", factor.text(average)));
    fields.add(field("Max", factor.text(maximum)));
    if (converted != null) {
      fields.add(field("ZsAvg", factor.text(converted)));
    }
    fields.add(field("Flag", flag));
    return fields;
  }

  /** As fields of real-time data. */
  List<Field> ofMoment() {
    List<Field> fields = new ArrayList<>(3);
    fields.add(field("Rtd", factor.text(average)));
    if (converted != null) {
      fields.add(field("ZsRtd", factor.text(converted)));
    }
    fields.add(field("Flag", flag));
    return fields;
  }

  EmulatedReading withAmount(@Nullable Double sum) {
    return new EmulatedReading(factor, minimum, average, maximum, converted, sum, flag);
  }

  /** With the value converted by a ratio of oxygen contents. */
  EmulatedReading withRatio(double ratio) {
    double value = factor.rounded(average * ratio);
    return new EmulatedReading(factor, minimum, average, maximum, value, amount, flag);
  }

  boolean isNormal() {
    return flag.equals("N");
  }

  private Field field(String suffix, String value) {
    return new Field(factor.code() + "-" + suffix, value);
  }
}
