package org.tijian.inspection.start;

import java.util.Optional;

/** One more line of the block that a start prints. */
public interface NoticeLine {

  /** The line, or empty if there is nothing to say. */
  Optional<Line> line();

  /**
   * @param label what it is, in both languages
   */
  record Line(String label, String value) {}
}
