package org.tijian.inspection.enterprise;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;

/** Tells the directors of an enterprise how far its confirmation is. */
@Component
class ConfirmationNotices {
  private final Accounts accounts;
  private final Notices notices;

  ConfirmationNotices(Accounts accounts, Notices notices) {
    this.accounts = accounts;
    this.notices = notices;
  }

  void confirmed(long siteId, Instant at) {
    tell(
        siteId,
        "confirmed",
        at,
        new LocalName("服务台已确认贵单位", "The office has confirmed your enterprise"),
        new LocalName("从现在起可以安排入企时间。", "Visits can be arranged from now on."));
  }

  void asked(long siteId, Instant at) {
    tell(
        siteId,
        "asked",
        at,
        new LocalName(
            "服务台确认贵单位时有一个问题", "The office has a question before it confirms your enterprise"),
        new LocalName(
            "问题在“企业信息”页上；改好或者电话说明后，服务台继续确认。",
            "It stands on the page of your enterprise. Mend it or call the office, and it goes on."));
  }

  private void tell(long siteId, String what, Instant at, LocalName title, LocalName text) {
    String key = "enterprise/%d/%s/%s".formatted(siteId, what, at);
    accounts
        .directors(siteId)
        .forEach(
            director -> notices.tell(new Notice(director.id(), key, title, text, "/enterprise")));
  }
}
