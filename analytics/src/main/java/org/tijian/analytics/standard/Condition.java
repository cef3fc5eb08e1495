package org.tijian.analytics.standard;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument.Design;
import org.tijian.analytics.site.LocalName;

/** One thing a rule wants of an outlet or instrument before it speaks of it. */
public sealed interface Condition {

  /** Whether it holds; unknown where the description does not say. */
  Answer ask(OutletDescription outlet, @Nullable Equipment equipment);

  /** Whether it asks of an instrument, so that the rule must speak of factors. */
  default boolean asksInstrument() {
    return true;
  }

  /** Whether something holds. */
  enum Truth {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * @param because in a few words, for people
   */
  record Answer(Truth truth, LocalName because) {
    static Answer of(boolean holds, LocalName because) {
      return new Answer(holds ? Truth.YES : Truth.NO, because);
    }

    static Answer unknown(String zh, String en) {
      return new Answer(Truth.UNKNOWN, new LocalName("未说明" + zh, en + " is not described"));
    }
  }

  /** The outlet is described by one of these words. */
  record OneOf(Attribute attribute, Set<String> words) implements Condition {
    public OneOf {
      words = Set.copyOf(words);
    }

    @Override
    public Answer ask(OutletDescription outlet, @Nullable Equipment equipment) {
      return outlet
          .word(attribute)
          .map(word -> Answer.of(words.contains(word), said(word)))
          .orElseGet(() -> Answer.unknown(attribute.meaning().zh(), attribute.meaning().en()));
    }

    private LocalName said(String word) {
      LocalName is = attribute.meaning(word);
      LocalName what = attribute.meaning();
      return new LocalName(what.zh() + "：" + is.zh(), what.en() + ": " + is.en());
    }

    @Override
    public boolean asksInstrument() {
      return false;
    }
  }

  /** The source is at least so large; another unit cannot be compared and is as good as unknown. */
  record LargeEnough(Quantity least) implements Condition {
    @Override
    public Answer ask(OutletDescription outlet, @Nullable Equipment equipment) {
      Quantity capacity = outlet.capacity();
      if (capacity == null || !capacity.unit().equals(least.unit())) {
        return Answer.unknown("规模（" + least.unit() + "）", "capacity in " + least.unit());
      }
      return Answer.of(capacity.value() >= least.value(), said(capacity));
    }

    private static LocalName said(Quantity capacity) {
      String text = "%s %s".formatted(Texts.plain(capacity.value()), capacity.unit());
      return new LocalName("规模：" + text, "capacity: " + text);
    }

    @Override
    public boolean asksInstrument() {
      return false;
    }
  }

  /** The gas reaches the instrument in one of these ways. */
  record Designed(Set<Design> designs) implements Condition {
    public Designed {
      designs = Set.copyOf(designs);
    }

    @Override
    public Answer ask(OutletDescription outlet, @Nullable Equipment equipment) {
      Design design = equipment == null ? null : equipment.design();
      return design == null
          ? Answer.unknown("测量方式", "the instrument's design")
          : Answer.of(designs.contains(design), said(design));
    }

    private static LocalName said(Design design) {
      return switch (design) {
        case EXTRACTIVE -> new LocalName("抽取式", "extractive");
        case IN_SITU -> new LocalName("直接测量式", "in situ");
        case DILUTION -> new LocalName("稀释抽取式", "dilution");
        case NONE -> new LocalName("非气体分析仪", "not a gas analyser");
      };
    }
  }

  /** The instrument calibrates itself, or does not. */
  record CalibratesItself(boolean wanted) implements Condition {
    @Override
    public Answer ask(OutletDescription outlet, @Nullable Equipment equipment) {
      Boolean automatic = equipment == null ? null : equipment.automaticCalibration();
      return automatic == null
          ? Answer.unknown("是否自动校准", "automatic calibration")
          : Answer.of(automatic == wanted, said(automatic));
    }

    private static LocalName said(boolean automatic) {
      return automatic
          ? new LocalName("自动校准", "automatic calibration")
          : new LocalName("无自动校准", "no automatic calibration");
    }
  }

  /** The discharge permit sets a limit for what the instrument measures, or does not. */
  record Permitted(boolean wanted) implements Condition {
    @Override
    public Answer ask(OutletDescription outlet, @Nullable Equipment equipment) {
      Boolean permit = equipment == null ? null : equipment.permitLimit();
      return permit == null
          ? Answer.unknown("是否有许可限值", "a limit of the permit")
          : Answer.of(permit == wanted, said(permit));
    }

    private static LocalName said(boolean permit) {
      return permit
          ? new LocalName("许可证有限值", "limit of the permit")
          : new LocalName("许可证无限值", "no limit of the permit");
    }
  }

  /**
   * The full scale lies in {@code [least, below)}; null does not bind.
   *
   * @param unit of both
   */
  record Ranged(@Nullable Double least, @Nullable Double below, String unit) implements Condition {
    @Override
    public Answer ask(OutletDescription outlet, @Nullable Equipment equipment) {
      Quantity full = equipment == null ? null : equipment.fullScale();
      if (full == null || !full.unit().equals(unit)) {
        return Answer.unknown("满量程（" + unit + "）", "full scale in " + unit);
      }
      boolean holds =
          (least == null || full.value() >= least) && (below == null || full.value() < below);
      String text = "%s %s".formatted(Texts.plain(full.value()), unit);
      return Answer.of(holds, new LocalName("满量程：" + text, "full scale: " + text));
    }
  }
}
