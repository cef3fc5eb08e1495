package org.tijian.gateway.conversation;

import java.util.List;

/** Told of what was heard, on the thread that stores: neither blocks nor throws. */
@FunctionalInterface
public interface Listener {

  /** Everything in the list is committed. */
  void heard(List<Heard> heard);
}
