package org.tijian.inspection.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/** What stands in a mail: the notice, the page, and what the check-up is and is not. */
@Component
class MailWords {
  private static final LocalName FOOT =
      new LocalName(
          "体检由企业自愿申请，属于技术服务，不是行政检查；本邮件不含任何体检结果，不作为任何执法活动的依据。" + "不想再收到邮件，请在平台“账号”页删除邮箱。",
          "A check-up is asked for by the enterprise. It is a technical service, not an inspection. This mail holds"
              + " no result and is not a basis for any enforcement. To get no more mail, remove your address on the"
              + " page Account.");

  private final String pages;

  /**
   * @param pages address of the app's pages as people reach them; may be empty
   */
  MailWords(@Value("${tijian.mail.pages}") String pages) {
    this.pages = pages.replaceAll("/+$", "");
  }

  String text(String language, Notice notice) {
    return "%s\n\n%s\n\n-- \n%s\n"
        .formatted(in(language, notice.text()), where(language, notice.path()), in(language, FOOT));
  }

  String code(String language, String code) {
    LocalName text =
        new LocalName(
            "您的验证码是 %s，请填写在平台“账号”页。如果不是您本人填写了这个邮箱，请忽略。".formatted(code),
            "Your code is %s. Enter it on the page Account. If you did not give this address, ignore this mail."
                .formatted(code));
    return "%s\n\n-- \n%s\n".formatted(in(language, text), in(language, FOOT));
  }

  private String where(String language, String path) {
    return pages.isEmpty()
        ? in(language, new LocalName("请登录体检平台查看。", "Sign in to the check-up platform to see it."))
        : pages + path;
  }

  static String in(String language, LocalName text) {
    return language.equals("en") ? text.en() : text.zh();
  }
}
