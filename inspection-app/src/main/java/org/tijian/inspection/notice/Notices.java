package org.tijian.inspection.notice;

/** Tells people things, each once. */
public interface Notices {

  /**
   * Runs in the caller's transaction, and is undone with it. Told again under the same key it does
   * nothing. The mail, if any, goes out later and never holds the caller up.
   */
  void tell(Notice notice);
}
