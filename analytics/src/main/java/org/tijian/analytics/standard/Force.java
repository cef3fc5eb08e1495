package org.tijian.analytics.standard;

/** How strongly the clause speaks: 应, 宜, 可. Never stronger in the rule than in the clause. */
public enum Force {
  SHALL,
  SHOULD,
  MAY
}
