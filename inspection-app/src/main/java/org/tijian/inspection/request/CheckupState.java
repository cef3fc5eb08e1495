package org.tijian.inspection.request;

import java.util.Arrays;

/** Where a check-up stands. */
public enum CheckupState {
  REQUESTED("Requested", "已申请", "requested"),
  ACCEPTED("Accepted", "已受理", "accepted"),
  SCHEDULED("Scheduled", "已预约", "scheduled"),
  IN_PROGRESS("InProgress", "体检中", "in progress"),
  /** Stopped by an exception of the closed list; nothing is written until it is settled. */
  PAUSED("Paused", "已暂停", "paused"),
  /** The closing meeting was held; the report waits for the director's receipt. */
  CLOSING("Closing", "待签收", "waiting for its receipt"),
  CLOSED("Closed", "已结束", "closed"),
  WITHDRAWN("Withdrawn", "已撤回", "withdrawn"),
  /** Ended by two gatekeepers: outside the programme, sealed, forwarded to nobody. */
  EXCLUDED("Excluded", "已终止（例外）", "ended as an exception");

  private final String word;
  private final String zh;
  private final String en;

  CheckupState(String word, String zh, String en) {
    this.word = word;
    this.zh = zh;
    this.en = en;
  }

  /** The word on the wire and in the database. */
  public String word() {
    return word;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }

  static CheckupState of(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst().orElseThrow();
  }
}
