package org.tijian.analytics.reading;

/** What became of one copy of a frame: exactly one of these. */
enum Fate {
  STORED,
  NOTED,
  DUPLICATE,
  REFUSED;

  /** Of a frame that is there for the first time. */
  static Fate ofFirst(FrameVerdict verdict) {
    if (verdict instanceof FrameVerdict.Readings) {
      return STORED;
    }
    return verdict instanceof FrameVerdict.Refused ? REFUSED : NOTED;
  }
}
