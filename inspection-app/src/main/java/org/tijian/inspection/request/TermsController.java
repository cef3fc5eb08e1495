package org.tijian.inspection.request;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;

/** The terms as they stand now. */
@RestController
class TermsController {
  private final Terms terms;

  TermsController(Terms terms) {
    this.terms = terms;
  }

  @GetMapping("/api/terms")
  TermsView current() {
    return new TermsView(terms.version(), terms.text(), terms.sha256());
  }

  record TermsView(String version, LocalName text, LocalName sha256) {}
}
