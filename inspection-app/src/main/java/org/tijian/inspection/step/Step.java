package org.tijian.inspection.step;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise that is open.
 *
 * @param position the how many-th of its check-up, from 0
 * @param state word of the state on the wire
 * @param owner word of the role that has to do it
 * @param promisedBy null where nothing is promised
 * @param lateAfter when it counts as late; null where nothing is promised
 */
record Step(
    UUID checkupId,
    int position,
    String state,
    String owner,
    Instant begunAt,
    @Nullable Instant promisedBy,
    @Nullable Instant lateAfter) {

  boolean isSamePromiseAs(Step other) {
    return state.equals(other.state)
        && owner.equals(other.owner)
        && Objects.equals(promisedBy, other.promisedBy);
  }
}
