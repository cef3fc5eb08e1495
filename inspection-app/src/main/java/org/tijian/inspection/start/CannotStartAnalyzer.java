package org.tijian.inspection.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.tijian.analytics.site.LocalName;

/** Lets Spring Boot print a {@link CannotStart} as two sentences and leave with exit code 1. */
class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
    return new FailureAnalysis(both(cause.reason()), both(cause.remedy()), cause);
  }

  private static String both(LocalName text) {
    return text.zh() + "\n" + text.en();
  }
}
