package org.tijian.analytics.standard;

/** How sure we are that the standard says what the rule says. */
public enum Provenance {
  /** The clause itself was read. */
  TEXT,
  /** Two or more independent secondary sources agree. */
  SOURCES,
  /** One secondary source. */
  SOURCE,
  /** Nobody has seen the text: gives hints until somebody confirms it with clause and page. */
  UNVERIFIED
}
