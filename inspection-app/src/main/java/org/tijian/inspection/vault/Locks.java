package org.tijian.inspection.vault;

import org.springframework.stereotype.Component;

/**
 * Whether a lock holds: always. No setting opens one; the tests put another class in the place of
 * this one, which is in no jar of the product.
 */
@Component
class Locks {
  boolean hold(Lock lock) {
    return true;
  }
}
