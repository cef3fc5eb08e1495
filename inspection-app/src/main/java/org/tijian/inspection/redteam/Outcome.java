package org.tijian.inspection.redteam;

/**
 * How an attempt ended.
 *
 * @param seen what it ran into, or what it got hold of
 */
record Outcome(Kind kind, String seen) {

  enum Kind {
    STOPPED("被挡住", "stopped"),
    SUCCEEDED("得手", "SUCCEEDED"),
    NOT_TRIED("无法尝试", "NOT TRIED");

    final String zh;
    final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  static Outcome stopped(String by) {
    return new Outcome(Kind.STOPPED, by);
  }

  static Outcome succeeded(String with) {
    return new Outcome(Kind.SUCCEEDED, with);
  }

  static Outcome notTried(String why) {
    return new Outcome(Kind.NOT_TRIED, why);
  }
}
