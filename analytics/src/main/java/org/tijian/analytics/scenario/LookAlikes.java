package org.tijian.analytics.scenario;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.shape.Shape;
import org.tijian.analytics.site.LocalName;

/** What looks like a fault and is none. */
enum LookAlikes {
  HEALTHY("正常运行", "a healthy plant", plant -> {}),
  STEADY_LOAD(
      "负荷长期稳定",
      "a steady load",
      plant -> plant.runs(Shape.jitter(0.5, 0.01, plant.noise.of("steady")))),
  LOW_LOAD("低负荷锅炉", "a source at low load", plant -> plant.runs(Shape.scaled(0.15))),
  ULTRA_LOW(
      "超低排放，末位跳动",
      "ultra-low emission: the last digit jitters",
      plant -> plant.sees(Plant.NOX, Shape.scaled(0.02))),
  BATCH(
      "间歇生产，每四小时一批",
      "a batch process, a batch every four hours",
      plant -> plant.runs((at, load) -> at.getEpochSecond() / 7200 % 2 == 0 ? load : load * 0.3)),
  NIGHT_SHUTDOWN("夜间停运并标记", "stopped at night, and marked so", plant -> plant.stands(night())),
  WEEKEND_STOP(
      "停炉三天并标记",
      "stopped for three days, and marked so",
      plant -> plant.stands(between(plant, 12, 15))),
  FUEL_CHANGE(
      "换燃料，NOx 缓慢变化",
      "another fuel: NOx moves to another level over days",
      plant -> plant.sees(Plant.NOX, (at, value) -> value * (1 + 0.12 * ramp(plant, at, 10, 20)))),
  REPAIR(
      "有记录的维护四小时，标记 M",
      "a documented repair of four hours, marked M",
      plant -> everyGas(plant, "M", hours(plant, 11, 9, 13))),
  SHORT_GAP(
      "短时断线十分钟",
      "the line is cut for ten minutes",
      plant -> plant.loses(minutes(plant, 9, 10, 10))),
  SMALL_ADJUSTMENT(
      "例行校准，小幅调整",
      "routine calibration, small adjustments",
      plant -> plant.gas.spanDrift = day -> day % 2 == 0 ? 1.2 : -1.2),
  REPAIRED_DRIFT(
      "漂移增大后已校准消除",
      "a drift that grew and was adjusted away",
      plant -> plant.gas.spanDrift = day -> day < 12 ? 0.1 * day : 0),
  PEAKS_WITHOUT_MARKS(
      "偶有高值，如实上报",
      "peaks now and then, reported as they are",
      plant -> plant.sees(Plant.NOX, peaks(plant))),
  WIDE_SPREAD("限值上下都有小时值", "hours on both sides of the limit", plant -> plant.permitted(70)),
  RIGHT_SECTION("截面积核对无误", "a section that was measured", plant -> plant.section(Plant.trueArea()));

  private final LocalName what;
  private final Consumer<Plant> make;

  LookAlikes(String zh, String en, Consumer<Plant> make) {
    this.what = new LocalName(zh, en);
    this.make = make;
  }

  LocalName what() {
    return what;
  }

  Consumer<Plant> make() {
    return make;
  }

  static Predicate<Instant> night() {
    return at -> {
      LocalTime time = local(at).toLocalTime();
      return time.isBefore(LocalTime.of(6, 0)) && !time.isBefore(LocalTime.of(3, 0));
    };
  }

  static Predicate<Instant> between(Plant plant, int firstDay, int endDay) {
    return at -> !at.isBefore(plant.at(firstDay, 0)) && at.isBefore(plant.at(endDay, 0));
  }

  static Predicate<Instant> hours(Plant plant, int day, int first, int end) {
    return at -> !at.isBefore(plant.at(day, first)) && at.isBefore(plant.at(day, end));
  }

  static Predicate<Instant> minutes(Plant plant, int day, int hour, int minutes) {
    Instant from = plant.at(day, hour);
    return at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(60L * minutes));
  }

  /** Some hours of every day. */
  static Predicate<Instant> daily(int first, int end) {
    return at -> local(at).getHour() >= first && local(at).getHour() < end;
  }

  static void everyGas(Plant plant, String mark, Predicate<Instant> when) {
    plant.marks(Plant.NOX, mark, when).marks(Plant.CO, mark, when).marks(Plant.OXYGEN, mark, when);
  }

  /** An hour in twenty reads half as much again. */
  static Shape peaks(Plant plant) {
    return (at, value) -> isPeak(plant, at) ? value * 1.5 : value;
  }

  static boolean isPeak(Plant plant, Instant at) {
    return plant.noise.of("peaks").share(at.getEpochSecond() / 3600) < 0.05;
  }

  static double ramp(Plant plant, Instant at, int firstDay, int endDay) {
    double day = (at.getEpochSecond() - plant.from().getEpochSecond()) / 86_400.0;
    return Math.max(0, Math.min(1, (day - firstDay) / (endDay - firstDay)));
  }

  private static OffsetDateTime local(Instant at) {
    return at.atOffset(BeijingTime.OFFSET);
  }
}
