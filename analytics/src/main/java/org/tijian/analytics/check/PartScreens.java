package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.statistic.Robust;

/** Waste water (screen 23): a part cannot be more than its whole. */
final class PartScreens {
  private static final double PERCENT = 100;

  private PartScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        inequality("screen-ammonia-nitrogen", view -> Optional.of("w21001"), true),
        inequality("screen-bod-cod", view -> view.plant().signal(Signal.BOD), false),
        inequality("screen-phosphate", view -> view.plant().signal(Signal.PHOSPHATE), false));
  }

  /**
   * @param judgedIsPart whether the judged factor is the part and the other one the whole
   */
  private static ScreenCheck inequality(
      String name, Function<ScreenView, Optional<String>> other, boolean judgedIsPart) {
    return ScreenCheck.ofInstrument(
        name,
        "<=",
        "digits",
        Set.of("a", "b", "n"),
        Set.of(Reason.NO_SIGNAL, Reason.BELOW_RESOLUTION),
        view ->
            other
                .apply(view)
                .map(factor -> compare(view, factor, judgedIsPart))
                .orElse(Seen.nothing(Reason.NO_SIGNAL)));
  }

  /** The hour in which a part is largest against its whole. */
  private static Seen compare(ScreenView view, String other, boolean judgedIsPart) {
    List<HourDigest> judged = view.hours();
    List<HourDigest> others = view.material().hours(other);
    double[] part = view.means(judgedIsPart ? judged : others);
    double[] whole = view.means(judgedIsPart ? others : judged);
    double least = view.parameter("digits") * ScreenView.digit(judgedIsPart ? others : judged);
    double[] shares =
        IntStream.range(0, part.length)
            .mapToDouble(i -> whole[i] >= least ? part[i] / whole[i] * PERCENT : Double.NaN)
            .toArray();
    int known = Robust.known(shares).length;
    if (known == 0) {
      boolean missing = Robust.known(part).length == 0 || Robust.known(whole).length == 0;
      return Seen.nothing(missing ? Reason.NO_READINGS : Reason.BELOW_RESOLUTION);
    }
    int worst =
        IntStream.range(0, shares.length)
            .filter(i -> !Double.isNaN(shares[i]))
            .reduce((a, b) -> shares[b] > shares[a] ? b : a)
            .orElseThrow();
    List<Instant> over = ScreenView.starts(judged, i -> shares[i] > view.threshold());
    return Seen.of(shares[worst], "p = a / b × 100")
        .with("a", "部分量", "the part", part[worst], view.unit())
        .with("b", "总量", "the whole", whole[worst], view.unit())
        .with("n", "超过阈值的小时数", "hours beyond the threshold", over.size(), "h")
        .gives(
            "p",
            "部分与总量之比",
            "part over whole",
            "%s / %s × 100".formatted(shown(part[worst]), shown(whole[worst])),
            shares[worst],
            "%")
        .from(known)
        .at(judged.get(worst).start())
        .duringHours(over);
  }
}
