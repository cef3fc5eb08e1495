package org.tijian.inspection.vault;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Right;

/** Leaves the vault's locks open one at a time. In tests only: no jar of the product has it. */
@TestConfiguration
public class VaultLocks {
  private final OpenedLocks opened = new OpenedLocks();
  private volatile boolean doorOpen;

  @Bean
  @Primary
  Locks openedLocks() {
    return opened;
  }

  /** A door that asks no matrix while it is open. */
  @Bean
  @Primary
  VaultDoor openedDoor(CheckupDesk desk, AccessRecord record) {
    return new VaultDoor(desk, record) {
      @Override
      public Checkup enter(Account account, UUID checkupId, Right right) {
        return doorOpen
            ? desk.find(checkupId).orElseThrow()
            : super.enter(account, checkupId, right);
      }
    };
  }

  public void withoutSealing(Runnable work) {
    opened.with(Lock.SEALING, work);
  }

  public void withoutShares(Runnable work) {
    opened.with(Lock.SHARE, work);
  }

  public void withoutExpiry(Runnable work) {
    opened.with(Lock.EXPIRY, work);
  }

  public void withoutMatrix(Runnable work) {
    doorOpen = true;
    try {
      work.run();
    } finally {
      doorOpen = false;
    }
  }
}
