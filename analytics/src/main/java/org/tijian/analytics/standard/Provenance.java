package org.tijian.analytics.standard;

import org.tijian.analytics.site.LocalName;

/** How sure we are that the standard says what the rule says. */
public enum Provenance {
  /** The clause itself was read. */
  TEXT("已核对条款原文", "the clause itself was read"),
  /** Two or more independent secondary sources agree. */
  SOURCES("两个以上独立的间接来源一致，未核对原文", "two or more secondary sources agree; the text was not read"),
  /** One secondary source. */
  SOURCE("仅一个间接来源，未核对原文", "one secondary source; the text was not read"),
  /** Nobody has seen the text: gives hints until somebody confirms it with clause and page. */
  UNVERIFIED("未核对原文，仅作提示", "nobody has seen the text; a hint only"),
  /** A threshold of ours, to be tuned: gives hints, and nobody can confirm it. */
  OWN("本产品自定的建议阈值，尚待调整，不是标准要求；仅作提示", "our own proposal, to be tuned; no standard; a hint only");

  private final LocalName meaning;

  Provenance(String zh, String en) {
    this.meaning = new LocalName(zh, en);
  }

  /** What it means, for people. */
  public LocalName meaning() {
    return meaning;
  }
}
