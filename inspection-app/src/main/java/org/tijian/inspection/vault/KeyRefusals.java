package org.tijian.inspection.vault;

import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/** Why a visit cannot be opened by somebody who may read it, and what helps. */
final class KeyRefusals {
  private KeyRefusals() {}

  static RefusedRequest noKey() {
    return new RefusedRequest(
        409,
        "no-key",
        new LocalName(
            "您没有这次体检的密钥，或者期限已到。请企业环保负责人登录后在体检页面处理。",
            "You hold no key of this check-up, or your time is over. A director of the enterprise can help."));
  }

  static RefusedRequest waiting() {
    return new RefusedRequest(
        409,
        "key-waiting",
        new LocalName(
            "这次体检的密钥还没有交给您：请已有密钥的人（企业环保负责人或专家）登录一次，系统会自动交给您。",
            "The key of this check-up has not reached you yet. Once somebody who holds it (a director or an expert)"
                + " signs in, you get it by itself."));
  }

  static RefusedRequest siteKeyWaiting() {
    return new RefusedRequest(
        409,
        "key-waiting",
        new LocalName(
            "贵单位资料的密钥还没有交给您：请已能打开资料的同事登录一次，系统会自动交给您。",
            "The key of your documents has not reached you yet. Once a colleague who can open them signs in,"
                + " you get it by itself."));
  }

  static RefusedRequest documentGone() {
    return new RefusedRequest(
        410,
        "document-destroyed",
        new LocalName(
            "这份资料已由企业销毁，任何备份都无法再打开。",
            "The enterprise had this document destroyed. No backup can open it."));
  }

  static RefusedRequest destroyed() {
    return new RefusedRequest(
        410,
        "report-deleted",
        new LocalName(
            "平台上的副本已按规则删除，密钥已销毁，任何备份都无法再打开。",
            "The platform's copy was deleted as the rules say. Its key is destroyed: no backup can open it."));
  }

  static RefusedRequest shareMissing() {
    return new RefusedRequest(
        410,
        "share-missing",
        new LocalName(
            "这次体检的密钥份额已不存在，内容无法再打开。",
            "The share of this check-up's key is gone. Its content cannot be opened any more."));
  }
}
