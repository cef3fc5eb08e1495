package org.tijian.inspection.enterprise;

import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.web.RefusedRequest;

/** What enterprises say of themselves. */
@Component
class Enterprises {
  private final SiteRegister register;

  Enterprises(SiteRegister register) {
    this.register = register;
  }

  Site of(long siteId) {
    return register.site(siteId).orElseThrow(RefusedRequest::noAccess);
  }

  Site change(long siteId, EnterpriseForm form) {
    Site changed = new Site(siteId, form.checkedName(), form.checkedProfile());
    try {
      return register.changeSite(changed);
    } catch (IllegalArgumentException e) {
      throw codeTaken();
    }
  }

  static RefusedRequest codeTaken() {
    return new RefusedRequest(
        409,
        "enterprise-registered",
        new LocalName(
            "这个统一社会信用代码已经登记。请本企业已有账号的负责人在“我的账号”里邀请您；如系他人误用，请联系体检服务台。",
            "An enterprise with this code is registered already. Ask its director to invite you on the page \"My"
                + " account\"; if somebody else used your code, tell the programme office."),
        "creditCode");
  }
}
