package org.tijian.analytics.scenario;

import static org.tijian.analytics.scenario.LookAlikes.between;
import static org.tijian.analytics.scenario.LookAlikes.daily;
import static org.tijian.analytics.scenario.LookAlikes.everyGas;
import static org.tijian.analytics.scenario.LookAlikes.hours;
import static org.tijian.analytics.scenario.Plant.CO;
import static org.tijian.analytics.scenario.Plant.FLOW;
import static org.tijian.analytics.scenario.Plant.NOX;
import static org.tijian.analytics.scenario.Plant.OXYGEN;
import static org.tijian.analytics.scenario.Plant.TEMPERATURE;
import static org.tijian.analytics.scenario.Plant.VELOCITY;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tijian.analytics.shape.Shape;
import org.tijian.analytics.shape.TurbineSeries;
import org.tijian.analytics.site.LocalName;

/** The planted-fault set. */
final class Scenarios {
  private static final String CONSTANT = "screens.constant:";
  private static final int MIDDLE = 15;

  private final List<Scenario> all = new ArrayList<>();

  private Scenarios() {}

  static List<Scenario> all() {
    Scenarios scenarios = new Scenarios();
    scenarios.signal();
    scenarios.range();
    scenarios.oxygen();
    scenarios.calibration();
    scenarios.marks();
    scenarios.line();
    scenarios.process();
    scenarios.limits();
    return List.copyOf(scenarios.all);
  }

  private void signal() {
    add(
        "frozen-nox-daily",
        "NOx 每天六小时不变",
        "NOx stays at one value for six hours of each day",
        CONSTANT + NOX,
        p -> p.sees(NOX, Shape.frozen(LocalTime.of(6, 0), LocalTime.of(12, 0), 50, 10, p.noise)),
        LookAlikes.STEADY_LOAD);
    add(
        "frozen-nox-days",
        "NOx 两天不变",
        "NOx stays at one value for two days",
        CONSTANT + NOX,
        p -> p.sees(NOX, frozen(p, 12, 14, 61.3)),
        LookAlikes.REPAIR);
    add(
        "frozen-co",
        "CO 校准后保持未解除",
        "CO held after a calibration",
        CONSTANT + CO,
        p -> p.sees(CO, frozen(p, 8, 9, 0.412)),
        LookAlikes.ULTRA_LOW);
    add(
        "frozen-oxygen",
        "氧含量一天不变",
        "oxygen stays at one value for a day",
        CONSTANT + OXYGEN,
        p -> p.sees(OXYGEN, frozen(p, 20, 21, 15.1)),
        LookAlikes.STEADY_LOAD);
    add(
        "frozen-velocity",
        "流速一天不变",
        "velocity stays at one value for a day",
        CONSTANT + VELOCITY,
        p -> p.sees(VELOCITY, frozen(p, 5, 6, 7.41)),
        LookAlikes.LOW_LOAD);
    add(
        "frozen-temperature",
        "烟温两天不变",
        "temperature stays at one value for two days",
        CONSTANT + TEMPERATURE,
        p -> p.sees(TEMPERATURE, frozen(p, 22, 24, 94.2)),
        LookAlikes.BATCH);
    add(
        "frozen-night",
        "每晚三小时不变",
        "NOx stays at one value for three hours of each night",
        CONSTANT + NOX,
        p -> p.sees(NOX, Shape.frozen(LocalTime.of(3, 0), LocalTime.of(6, 0), 60, 5, p.noise)),
        LookAlikes.NIGHT_SHUTDOWN);
    add(
        "jitter",
        "NOx 围绕固定值小幅跳动",
        "NOx jitters around one value",
        "screens.jitter:" + NOX,
        p -> p.sees(NOX, window(p, 10, 16, Shape.jitter(62, 0.4, p.noise))),
        LookAlikes.STEADY_LOAD);
    add(
        "narrow",
        "NOx 长期只在很窄范围内",
        "NOx keeps within a narrow band for weeks",
        "screens.narrow:" + NOX,
        p -> p.sees(NOX, Shape.leaking(0.97, 62)),
        LookAlikes.BATCH);
    add(
        "replaced-then-back",
        "信号被替换一周",
        "the signal is replaced for a week",
        "screens.jitter:" + NOX,
        p -> p.sees(NOX, window(p, 14, 21, Shape.jitter(70, 0.3, p.noise))),
        LookAlikes.FUEL_CHANGE);
  }

  private void range() {
    add(
        "clipped-limit",
        "NOx 从不超过限值",
        "NOx never exceeds the limit",
        "screens.limit:" + NOX,
        p -> p.permitted(70).sees(NOX, Shape.clipped(69.4)),
        LookAlikes.WIDE_SPREAD);
    add(
        "clipped-range",
        "NOx 顶到量程上限",
        "NOx is clipped at the top of the range",
        "screens.range.top:" + NOX,
        p -> p.sees(NOX, Shape.scaled(3.2).then(Shape.clipped(200))),
        LookAlikes.PEAKS_WITHOUT_MARKS);
    add(
        "clipped-zero",
        "NOx 常在零值",
        "NOx often stands at zero",
        "screens.range.bottom:" + NOX,
        p -> p.sees(NOX, Shape.offset(-85).then(Shape.clippedBelow(0))),
        LookAlikes.ULTRA_LOW);
    add(
        "zero-lost",
        "零点偏低，出现负值",
        "the zero is off: values below zero",
        "screens.range.bottom:" + NOX,
        p -> p.sees(NOX, Shape.scaled(0.05).then(Shape.offset(-6)).from(p.at(MIDDLE, 0))),
        LookAlikes.ULTRA_LOW);
  }

  private void oxygen() {
    add(
        "leak",
        "采样管路漏气，氧升高",
        "the sample line leaks: more oxygen, less NOx",
        "screens.oxygen.high:" + OXYGEN,
        Scenario.SEASON,
        p ->
            p.sees(OXYGEN, Shape.leaking(0.35, 20.9).from(p.at(97, 0)))
                .sees(NOX, Shape.scaled(0.65).from(p.at(97, 0))),
        LookAlikes.FUEL_CHANGE);
    add(
        "oxygen-air",
        "氧分析仪测到空气",
        "the oxygen analyser reads air at load",
        "screens.oxygen.air:" + OXYGEN,
        p -> p.sees(OXYGEN, window(p, 18, 19, Shape.jitter(20.8, 0.1, p.noise))),
        LookAlikes.NIGHT_SHUTDOWN);
    add(
        "not-converted",
        "折算浓度等于实测浓度",
        "converted values are the measured ones",
        "screens.oxygen.not-converted:" + NOX,
        p -> p.converts(Shape.of(ratio -> 1)).runs(Shape.of(load -> 0.8 + 0.4 * load)),
        LookAlikes.LOW_LOAD);
    add(
        "wrong-reference",
        "基准氧设置错误",
        "converted with another reference oxygen",
        "screens.converted:" + NOX,
        p -> p.converts(Shape.scaled(12.0 / 6)),
        LookAlikes.HEALTHY);
    add(
        "oxygen-jump",
        "氧传感器老化，读数偏低",
        "an aged oxygen cell reads low",
        "screens.jump:" + OXYGEN,
        Scenario.SEASON,
        p -> p.sees(OXYGEN, Shape.scaled(0.8).from(p.at(90, 0))),
        LookAlikes.STEADY_LOAD);
  }

  private void calibration() {
    add(
        "zero-drift",
        "零点漂移超出要求",
        "zero drift beyond the limit",
        "hj75-2017.zero-drift.gas:" + NOX,
        p -> p.gas.zeroDrift = day -> day == 12 ? 3.4 : 0,
        LookAlikes.SMALL_ADJUSTMENT);
    add(
        "span-drift",
        "量程漂移超出要求",
        "span drift beyond the limit",
        "hj75-2017.span-drift.gas:" + NOX,
        p -> p.gas.spanDrift = day -> day == 12 ? 3.6 : 0,
        LookAlikes.SMALL_ADJUSTMENT);
    add(
        "drift-negative",
        "量程漂移向下",
        "span drift downwards",
        "hj75-2017.span-drift.gas:" + NOX,
        p -> p.gas.spanDrift = day -> day == 20 ? -4 : 0,
        LookAlikes.REPAIRED_DRIFT);
    add(
        "out-of-control",
        "漂移失控数日",
        "out of control for days",
        "hj75-2017.out-of-control-hours.gas:" + NOX,
        p -> p.gas.spanDrift = day -> day == 12 ? 11.5 : 0,
        LookAlikes.REPAIRED_DRIFT);
    add(
        "calibration-missed",
        "十天没有校准",
        "no calibration for ten days",
        "hj75-2017.calibration-interval.gas.automatic:" + NOX,
        p -> p.gas.missed = day -> day >= 10 && day < 20,
        LookAlikes.SMALL_ADJUSTMENT);
    add(
        "calibration-alternate",
        "隔天才校准",
        "calibrated every second day only",
        "hj75-2017.calibration-interval.gas.automatic:" + NOX,
        p -> p.gas.missed = day -> day % 2 == 1,
        LookAlikes.SMALL_ADJUSTMENT);
    add(
        "wrong-gas",
        "用错标准气体，系数突变",
        "a wrong cylinder: the factor jumps",
        Set.of("screens.factor.single:" + NOX),
        Scenario.MONTH,
        p -> wrongGas(p, -14),
        LookAlikes.SMALL_ADJUSTMENT);
    add(
        "wrong-slope",
        "校准后斜率改变",
        "another slope after a calibration",
        "screens.step:" + NOX,
        p ->
            p.runs(Shape.jitter(0.5, 0.05, p.noise))
                .sees(NOX, steady(p).then(Shape.scaled(1.3).from(p.at(MIDDLE, 2)))),
        LookAlikes.SMALL_ADJUSTMENT);
    add(
        "ageing",
        "校准系数同向累积",
        "the factor creeps one way",
        "screens.factor.sum:" + NOX,
        p -> p.gas.spanDrift = day -> -1.1,
        LookAlikes.SMALL_ADJUSTMENT);
  }

  private void marks() {
    add(
        "stop-emitting",
        "标记停运仍在排放",
        "marked as stopped, still emitting",
        "screens.stopped-running",
        p -> everyFactor(p, "F", hours(p, 14, 8, 20)),
        LookAlikes.WEEKEND_STOP);
    add(
        "marks-many",
        "维护标记过多",
        "too many marks of maintenance",
        "screens.marks.share:" + NOX,
        p -> everyGas(p, "M", daily(8, 12)),
        LookAlikes.REPAIR);
    add(
        "fault-marks",
        "故障标记过多",
        "too many marks of a fault",
        "screens.marks.share:" + NOX,
        p -> everyGas(p, "D", between(p, 10, 15)),
        LookAlikes.WEEKEND_STOP);
    add(
        "marks-after-peaks",
        "高值后随即标记",
        "marks follow peaks",
        "screens.marks.after-peaks:" + NOX,
        p -> p.permitted(95).sees(NOX, LookAlikes.peaks(p)).marks(NOX, "M", at -> afterPeak(p, at)),
        LookAlikes.PEAKS_WITHOUT_MARKS);
    add(
        "unmarked-gap",
        "运行中无数据也无标记",
        "no data at load and no mark",
        "screens.unmarked-gap:" + NOX,
        p -> p.lacks(NOX, hours(p, 9, 10, 18)),
        LookAlikes.REPAIR);
  }

  private void line() {
    add(
        "cut-days",
        "断线四天",
        "the line is cut for four days",
        "hj75-2017.online-rate",
        p -> p.loses(between(p, 10, 14)),
        LookAlikes.SHORT_GAP);
    add(
        "cut-hours",
        "断线八小时",
        "the line is cut for eight hours",
        "hj75-2017.valid-hours:" + NOX,
        p -> p.loses(hours(p, 10, 8, 16)),
        LookAlikes.SHORT_GAP);
    add(
        "drops",
        "三成分钟丢失",
        "three minutes in ten are lost",
        "hj75-2017.valid-hours:" + NOX,
        p -> p.loses(at -> p.noise.of("drops").share(at.getEpochSecond()) < 0.3),
        LookAlikes.SHORT_GAP);
    add(
        "factor-missing",
        "一个因子时常缺失",
        "a factor is often missing",
        "hj75-2017.minute-completeness:" + CO,
        p -> p.lacks(CO, at -> p.noise.of("lacks").share(at.getEpochSecond()) < 0.1),
        LookAlikes.SHORT_GAP);
    add(
        "capture",
        "四分之一时间故障",
        "a fault for a quarter of the time",
        "hj75-2017.capture-rate:" + NOX,
        p -> everyGas(p, "D", between(p, 3, 12)),
        LookAlikes.REPAIR);
    add(
        "repeated-day",
        "重复上送同一天",
        "the logger sends the same day again",
        "screens.repeated:" + NOX,
        p -> p.sees(NOX, repeated(p)),
        LookAlikes.BATCH);
    add(
        "hour-mean",
        "小时均值与分钟不符",
        "hourly means that are not those of the minutes",
        "screens.hour-mean:" + NOX,
        p -> p.reports(NOX, Shape.scaled(0.93)),
        LookAlikes.HEALTHY);
    add(
        "digits",
        "末位数字过于规则",
        "last digits that are too regular",
        "screens.digits:" + NOX,
        Scenario.SEASON,
        p -> p.sees(NOX, halves(p)),
        LookAlikes.BATCH);
  }

  private void process() {
    add(
        "decoupled",
        "NOx 不再随负荷变化",
        "NOx no longer goes with the load",
        "screens.decoupled:" + NOX,
        Scenario.SEASON,
        p -> p.sees(NOX, followsLoad(p).then(unrelated(p).from(p.at(90, 0)))),
        LookAlikes.STEADY_LOAD);
    add(
        "section",
        "截面积设大一倍",
        "the section is set to twice its size",
        "screens.flow.section:" + FLOW,
        p -> p.section(Plant.trueArea() * 2),
        LookAlikes.RIGHT_SECTION);
    add(
        "flow-scaled",
        "流量系数错误",
        "the flow is computed wrong",
        "screens.flow.section:" + FLOW,
        p -> p.sees(FLOW, Shape.scaled(0.4)),
        LookAlikes.BATCH);
    add(
        "level-jump",
        "NOx 水平突降",
        "NOx drops to another level",
        "screens.jump:" + NOX,
        Scenario.SEASON,
        p -> p.sees(NOX, Shape.scaled(0.45).from(p.at(92, 0))),
        LookAlikes.FUEL_CHANGE);
  }

  private void limits() {
    add(
        "above-permit",
        "高于许可限值",
        "above the limit of the permit",
        "permit.hour:" + NOX,
        p -> p.sees(NOX, window(p, 17, 18, Shape.scaled(3))),
        LookAlikes.HEALTHY);
  }

  private void add(
      String id, String zh, String en, String wanted, Consumer<Plant> fault, LookAlikes innocent) {
    add(id, zh, en, Set.of(wanted), Scenario.MONTH, fault, innocent);
  }

  private void add(
      String id,
      String zh,
      String en,
      String wanted,
      int days,
      Consumer<Plant> fault,
      LookAlikes innocent) {
    add(id, zh, en, Set.of(wanted), days, fault, innocent);
  }

  private void add(
      String id,
      String zh,
      String en,
      Set<String> wanted,
      int days,
      Consumer<Plant> fault,
      LookAlikes innocent) {
    all.add(
        new Scenario(
            id, new LocalName(zh, en), wanted, days, fault, innocent.what(), innocent.make()));
  }

  private static Shape frozen(Plant plant, int firstDay, int endDay, double value) {
    return window(plant, firstDay, endDay, Shape.of(there -> value));
  }

  private static Shape window(Plant plant, int firstDay, int endDay, Shape shape) {
    return shape.inside(plant.at(firstDay, 0), plant.at(endDay, 0));
  }

  private static Shape steady(Plant plant) {
    return Shape.jitter(60, 2, plant.noise.of("steady nox"));
  }

  /**
   * The analyser reads the wrong gas by so much, is adjusted to it, and reads the stack by as much.
   */
  private static void wrongGas(Plant plant, double percent) {
    plant.gas.spanDrift = day -> day == MIDDLE ? percent : 0;
    plant.sees(NOX, Shape.scaled(160 / (160 + 2 * percent)).from(plant.at(MIDDLE, 2)));
  }

  private static void everyFactor(Plant plant, String mark, Predicate<Instant> when) {
    Plant.FACTORS.forEach(factor -> plant.marks(factor, mark, when));
  }

  private static boolean afterPeak(Plant plant, Instant at) {
    return LookAlikes.isPeak(plant, at.minusSeconds(3600)) && !LookAlikes.isPeak(plant, at);
  }

  /** From a day on every value is that of 24 hours before it. */
  private static Shape repeated(Plant plant) {
    return (at, value) -> {
      Instant begin = plant.at(20, 0);
      if (at.isBefore(begin)) {
        return value;
      }
      long since = Math.floorMod(at.getEpochSecond() - begin.getEpochSecond(), 86_400);
      Instant source = begin.minusSeconds(86_400 - since);
      return TurbineSeries.shared().nox(source);
    };
  }

  /** Mostly rounded to halves, as if somebody typed the values. */
  private static Shape halves(Plant plant) {
    return (at, value) ->
        plant.noise.of("halves").share(at.getEpochSecond()) < 0.7
            ? Math.round(value * 2) / 2.0
            : value;
  }

  /** NOx that goes with the load. */
  private static Shape followsLoad(Plant plant) {
    return (at, value) ->
        30
            + 8 * (TurbineSeries.shared().energyYield(at) - 9.85)
            + plant.noise.of("follows").within(1, at.getEpochSecond());
  }

  /** NOx of chance, another each hour. */
  private static Shape unrelated(Plant plant) {
    return (at, value) ->
        20
            + 100 * plant.noise.of("unrelated").share(at.getEpochSecond() / 3600)
            + plant.noise.of("minute").within(1, at.getEpochSecond());
  }
}
