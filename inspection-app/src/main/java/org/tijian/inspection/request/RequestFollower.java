package org.tijian.inspection.request;

import java.util.List;

/** What else has to happen when an enterprise changes its request. Runs in its transaction. */
public interface RequestFollower {

  /**
   * @param version of the request, from 2
   * @param changed names of the fields that differ, as on the wire
   */
  void changed(Checkup checkup, int version, List<String> changed);
}
