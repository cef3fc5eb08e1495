package org.tijian.analytics.standard;

import org.tijian.analytics.site.LocalName;

/**
 * What to do about a rule that is not met (建议), and roughly what that takes. The classes are the
 * product's own estimate; no standard knows them.
 *
 * @param cost money beyond the work of the plant's own people
 * @param effort work until it is done
 */
public record Advice(LocalName text, Cost cost, Effort effort) {

  /** Money, by order of magnitude. */
  public enum Cost {
    NONE("无需费用", "no cost"),
    LOW("小额耗材", "small parts"),
    MEDIUM("需维修或委托", "a repair or an order"),
    HIGH("需更换设备或工程", "new equipment or building work");

    private final LocalName meaning;

    Cost(String zh, String en) {
      this.meaning = new LocalName(zh, en);
    }

    /** What it means, for people. */
    public LocalName meaning() {
      return meaning;
    }
  }

  /** Work, by order of magnitude. */
  public enum Effort {
    HOUR("约一小时", "about an hour"),
    DAY("约一天", "about a day"),
    WEEK("约一周", "about a week"),
    MONTH("约一个月或更长", "about a month or more");

    private final LocalName meaning;

    Effort(String zh, String en) {
      this.meaning = new LocalName(zh, en);
    }

    /** What it means, for people. */
    public LocalName meaning() {
      return meaning;
    }
  }
}
