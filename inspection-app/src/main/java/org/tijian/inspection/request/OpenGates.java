package org.tijian.inspection.request;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tijian.inspection.account.Account;

/** What a paused check-up waits for. Said by whoever keeps the pauses. */
public interface OpenGates {

  /** Who has to do what by when; empty if nothing holds the check-up up. */
  Optional<NextStep> next(UUID checkupId);

  /** What the account may do about pauses now, as words on the wire. */
  Stream<String> may(Account account, Checkup checkup);

  /** Whether two gatekeepers still have to decide: until then nothing may be destroyed (T-4). */
  boolean isUndecided(UUID checkupId);
}
