package org.tijian.inspection.matching;

import java.util.Arrays;
import org.tijian.analytics.site.LocalName;

/**
 * The rules of matching. A hard one is never broken in a proposal that can be confirmed; a soft one
 * costs or brings points, and its words stand beside them.
 */
enum Rule {
  ON_DUTY(true, "专家当天不出勤", "an expert does not work on that weekday"),
  PRESENT(true, "专家当天请假", "an expert is away on that day"),
  NOT_BOOKED(true, "专家该时段已有安排", "an expert is booked at that time"),
  NOT_TWICE(true, "同一专家同时被排入两处", "an expert would be in two places"),
  NO_CONFLICT(true, "专家须回避，或企业已谢绝", "an expert has a conflict of interest or was refused"),
  SKILLS(true, "专家组缺少所需能力", "the team lacks a skill that the request needs"),
  WEEKLY_MOST(true, "超过专家每周最多次数", "more visits than an expert makes in a week"),
  PLANT_OPEN(true, "企业当天不接待", "the plant receives nobody on that day"),
  PLANT_STEADY(
      false,
      "企业当天开机、停机或者检修",
      "the plant starts up, shuts down or is under maintenance on that day"),
  PERMIT(false, "上平台的手续在这一天之前办不下来", "a permit for the platform cannot be had before that day"),
  PREFERRED_DAY(false, "企业希望的日子", "a day that suits the enterprise"),
  ANOTHER_DAY(false, "不是企业希望的日子", "not a day that suits the enterprise"),
  TRAVEL(false, "路途", "the way there"),
  WORKLOAD(false, "专家的工作量", "the experts' workload"),
  ONE_DAY(
      false,
      "同一企业的几项体检排在同一天，由同一批专家完成",
      "several check-ups of one enterprise on one day by the same experts"),
  JOINED(
      false,
      "同一企业的几项申请合并为一次上门：同一专家组能做全部主题",
      "requests of one enterprise joined into one visit: one team can do all of their topics"),
  CALIBRATION(
      false, "预计当天校准，可以现场看", "the next calibration is expected on that day and can be watched"),
  PROMISE(false, "承诺在前的先排：距承诺日的天数", "earlier promises first: days since the promised day"),
  HELPFUL(
      false, "组内无人熟悉的监测因子或仪器类型", "factors or kinds of instruments that nobody of the team knows");

  private final boolean hard;
  private final LocalName words;

  Rule(boolean hard, String zh, String en) {
    this.hard = hard;
    this.words = new LocalName(zh, en);
  }

  boolean isHard() {
    return hard;
  }

  LocalName words() {
    return words;
  }

  static Rule of(String name) {
    return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }
}
