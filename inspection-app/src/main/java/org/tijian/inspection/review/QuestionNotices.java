package org.tijian.inspection.review;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;

/** Tells that the list was sent, and that it is answered; never what was asked or answered. */
@Component
class QuestionNotices {
  private final CheckupDesk checkups;
  private final Accounts accounts;
  private final Notices notices;

  QuestionNotices(CheckupDesk checkups, Accounts accounts, Notices notices) {
    this.checkups = checkups;
    this.accounts = accounts;
    this.notices = notices;
  }

  /** In the transaction that sends the list. */
  void sent(UUID checkupId) {
    Checkup checkup = checkups.find(checkupId).orElseThrow();
    tell(
        accounts.directors(checkup.siteId()).stream().map(Account::id).toList(),
        checkup,
        "questions",
        new LocalName(
            "专家发来了体检 %s 的问题清单".formatted(checkup.number()),
            "The experts sent their questions for check-up %s".formatted(checkup.number())),
        new LocalName(
            "请在体检之前答复；清单只发一次。", "Please answer before the visit. The list is sent once."));
  }

  /** In the transaction that answers the last question. */
  void answered(UUID checkupId) {
    Checkup checkup = checkups.find(checkupId).orElseThrow();
    tell(
        checkup.expertIds(),
        checkup,
        "replies",
        new LocalName(
            "企业答复了体检 %s 的全部问题".formatted(checkup.number()),
            "The enterprise answered all questions for check-up %s".formatted(checkup.number())),
        new LocalName("答复在资料预审页面上。", "The answers are on the page of the desk review."));
  }

  private void tell(
      Collection<UUID> people, Checkup checkup, String what, LocalName title, LocalName text) {
    String key = "checkup/%s/%s".formatted(checkup.id(), what);
    String path = "/checkups/%s/review".formatted(checkup.id());
    people.forEach(person -> notices.tell(new Notice(person, key, title, text, path)));
  }
}
