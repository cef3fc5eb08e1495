package org.tijian.inspection.monitoring;

import java.util.List;
import org.tijian.analytics.finding.AccuracyTest;

/**
 * The accuracy tests (准确度检测) that an enterprise entered from its own papers. They lie in the vault:
 * the enterprise's papers are protected.
 */
public interface AccuracyTests {

  /** The tests of an outlet, newest first. */
  List<AccuracyTest> of(long outletId);
}
