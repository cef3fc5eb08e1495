package org.tijian.inspection.vault;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Leaves locks open, so that a test can show that it would see a lock missing. In tests only. */
@TestComponent
@Primary
class OpenedLocks extends Locks {
  private final Set<Lock> opened = EnumSet.noneOf(Lock.class);

  @Override
  boolean hold(Lock lock) {
    return !opened.contains(lock);
  }

  void with(Lock lock, Runnable work) {
    opened.add(lock);
    try {
      work.run();
    } finally {
      opened.remove(lock);
    }
  }
}
