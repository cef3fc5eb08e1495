package org.tijian.analytics.reading;

/**
 * The accounts of a logger held against the frames that are kept (对账), all read at one moment.
 *
 * @param account sums of the days
 * @param frames counted anew from the frames themselves, copies as duplicates
 * @param notKept refused frames that were counted only
 * @param refusedByReason sum over the reasons
 */
public record Reconciliation(Sums account, Sums frames, long notKept, long refusedByReason) {

  /** Frames by what became of them. */
  public record Sums(long stored, long noted, long duplicate, long refused) {
    public long received() {
      return stored + noted + duplicate + refused;
    }
  }

  /** Whether the sheet adds up to the frame. */
  public boolean addsUp() {
    return account.stored == frames.stored
        && account.noted == frames.noted
        && account.duplicate == frames.duplicate
        && account.refused == frames.refused + notKept
        && account.refused == refusedByReason;
  }
}
