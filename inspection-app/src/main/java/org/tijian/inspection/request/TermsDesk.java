package org.tijian.inspection.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Takes a signature under the terms; only under the text that stands now, to the letter. */
@Component
class TermsDesk {
  private final Terms terms;

  TermsDesk(Terms terms) {
    this.terms = terms;
  }

  /**
   * @throws RefusedRequest 409 {@code terms-changed} if another text was shown than stands now
   */
  Consent sign(Account by, CheckupRequest.@Nullable Signature given, Instant at) {
    CheckupRequest.Signature signature = Input.required("terms", given);
    String language = Input.required("terms.language", signature.language());
    Input.check(
        language.equals("zh") || language.equals("en"),
        "terms.language",
        "语言只能是 zh 或者 en。",
        "The language is zh or en.");
    String sha256 = language.equals("zh") ? terms.sha256().zh() : terms.sha256().en();
    if (!terms.version().equals(signature.version()) || !sha256.equals(signature.sha256())) {
      throw new RefusedRequest(
          409,
          "terms-changed",
          new LocalName(
              "规则文本已经更新，请重新阅读后再提交。", "The terms have changed. Read them again before you sign."),
          "terms");
    }
    return new Consent(terms.version(), language, sha256, by.id(), by.name(), at);
  }
}
