package org.tijian.inspection.chain;

/**
 * Something in an access record that does not fit, with the place where it shows first.
 *
 * @param from first entry it speaks of, or number of a head
 * @param until last entry it speaks of; the same as {@code from} for one
 */
public record Misfit(Kind kind, long from, long until) {

  static Misfit at(Kind kind, long place) {
    return new Misfit(kind, place, place);
  }

  public String zh() {
    return kind.zh.formatted(from, until);
  }

  public String en() {
    return kind.en.formatted(from, until);
  }

  /** What can be wrong. */
  public enum Kind {
    FOREIGN("第 %d 条属于另一份档案。", "Entry %d belongs to another visit."),
    MISSING("第 %d 至 %d 条缺失：记录被删除。", "Entries %d to %d are missing: they were deleted."),
    MOVED("第 %d 条的位置不对：记录被调换或插入。", "Entry %d is not in its place: entries were moved or put in."),
    CHANGED("第 %d 条的内容被改动过：与其哈希不符。", "Entry %d was changed: it does not have its hash."),
    BROKEN(
        "第 %d 条没有接在上一条之后：链条在此断开。",
        "Entry %d does not follow the one before: the chain breaks here."),
    SHORTENED(
        "第 %d 至 %d 条缺失：已公布的链首说明它们存在过。",
        "Entries %d to %d are missing: a published head says that they were there."),
    REWRITTEN(
        "第 %d 至 %d 条之间有内容在公布链首之后被改写。",
        "Something in the entries %d to %d was rewritten after a head was published over them."),
    PROOF("链首 %d 的包含证明不成立。", "The proof does not lead to the root of head %d."),
    HEAD_CHANGED("链首 %d 被改动过：与其哈希不符。", "Head %d was changed: it does not have its hash."),
    HEAD_SIGNATURE("链首 %d 的签名不成立。", "The signature of head %d does not hold."),
    HEAD_ORDER("链首 %d 没有接在上一个之后。", "Head %d does not follow the one before."),
    HEAD_DIFFERS(
        "链首 %d 与公布的不同：历史被重写过。", "Head %d is not the published one: history was written anew."),
    HEAD_UNKNOWN("公布的链首中没有第 %d 个。", "Head %d is not among the published ones."),
    KEY("签名公钥与其编号不符（第 %d 个）。", "Signing key %d does not have its id."),
    CERTIFICATE("第 %d 条对应的销毁凭证不成立。", "The certificate of deletion for entry %d does not hold.");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }
}
