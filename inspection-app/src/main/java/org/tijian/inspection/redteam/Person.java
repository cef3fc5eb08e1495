package org.tijian.inspection.redteam;

import java.util.UUID;

/** Somebody who can sign in. */
record Person(UUID id, String username, String password) {

  /** Never the password. */
  @Override
  public String toString() {
    return "Person[%s]".formatted(username);
  }
}
