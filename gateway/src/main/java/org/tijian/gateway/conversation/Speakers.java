package org.tijian.gateway.conversation;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tijian.gateway.codec.Hj212Frame;

/** The access password (PW) that each logger used last: it is spoken to with the same. */
final class Speakers {
  private final ConcurrentMap<String, String> passwords = new ConcurrentHashMap<>();

  void heard(String mn, Hj212Frame frame) {
    String password = frame.pw();
    if (password != null && !password.isBlank() && !password.equals(passwords.get(mn))) {
      passwords.put(mn, password);
    }
  }

  Optional<String> passwordOf(String mn) {
    return Optional.ofNullable(passwords.get(mn));
  }
}
