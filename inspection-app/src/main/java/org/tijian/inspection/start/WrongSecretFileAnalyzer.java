package org.tijian.inspection.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.WrongSecretFile;

/** Lets Spring Boot say in words that the keys in the database need another secret file. */
class WrongSecretFileAnalyzer extends AbstractFailureAnalyzer<WrongSecretFile> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, WrongSecretFile cause) {
    return new FailureAnalysis(both(cause.reason()), both(cause.remedy()), cause);
  }

  private static String both(LocalName text) {
    return text.zh() + "\n" + text.en();
  }
}
