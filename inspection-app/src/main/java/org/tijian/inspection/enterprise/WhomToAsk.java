package org.tijian.inspection.enterprise;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/** Whom somebody asks who cannot go on alone: the programme office, as the operator names it. */
@Component
class WhomToAsk {
  private final String named;

  WhomToAsk(@Value("${tijian.registration-ask}") String named) {
    this.named = named.strip();
  }

  /** Where registration is closed. */
  LocalName forAnAccount() {
    return named.isEmpty()
        ? new LocalName("请联系体检服务台开通账号。", "Ask the programme office for an account.")
        : new LocalName(named, named);
  }

  /** Where somebody registered the code before. */
  LocalName aboutATakenCode() {
    String office = named.isEmpty() ? "" : "（%s）".formatted(named);
    String english = named.isEmpty() ? "" : " (%s)".formatted(named);
    return new LocalName(
        "这个统一社会信用代码已经登记，不能再登记一次。请本企业已有账号的负责人在“我的账号”里邀请您；不知道是谁登记的，或者代码被别人误用，请联系体检服务台%s核实。"
            .formatted(office),
        "An enterprise with this code is registered already and cannot be registered again. Ask its director to invite you"
            + " on the page \"My account\"; if you do not know who that is, or somebody else used your code, ask the"
            + " programme office%s.".formatted(english));
  }
}
