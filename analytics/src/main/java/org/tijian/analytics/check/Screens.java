package org.tijian.analytics.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tijian.analytics.finding.Reason;

/** All plausibility screens (数据合理性筛查); docs/screens.md lists them by number. */
final class Screens {
  private Screens() {}

  static List<ScreenCheck> all() {
    return Stream.of(
            SignalScreens.all(),
            RangeScreens.all(),
            LimitScreens.all(),
            OxygenScreens.all(),
            ProcessScreens.all(),
            FlowScreens.all(),
            events(),
            FactorScreens.all(),
            MarkScreens.all(),
            ConsistencyScreens.all(),
            SeriesScreens.all(),
            DigitScreens.all(),
            PartScreens.all(),
            WaterScreens.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ScreenCheck> events() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-step",
            "<=",
            "hours sigmas load-steady",
            Set.of("x1", "x2", "N"),
            Set.of(Reason.CALIBRATION_NOT_FLAGGED),
            StepScreen::look),
        ScreenCheck.ofInstrument(
            "screen-start",
            ">=",
            "days starts stopped hours digits",
            Set.of("h", "h0", "N"),
            Set.of(Reason.TOO_FEW_EVENTS, Reason.BELOW_RESOLUTION),
            StartScreen::look));
  }
}
