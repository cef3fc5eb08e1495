package org.tijian.gateway.broker;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Which device is connected under which client id. Asked at every sign-in: after a broken line
 * thousands come at once, so it looks one up and does not go through all.
 */
final class ClientIds {
  private static final int SWEPT_FROM = 1_000;

  private final Map<String, Holder> holders = new HashMap<>();
  private int sweepAt = SWEPT_FROM;

  private record Holder(String user, WeakReference<RemotingConnection> connection) {
    boolean stands() {
      @Nullable RemotingConnection held = connection.get();
      return held != null && !held.isDestroyed();
    }
  }

  /**
   * @return false if another user is connected under that id; else it is this user's from now on
   */
  synchronized boolean claim(String clientId, String user, RemotingConnection connection) {
    @Nullable Holder holder = holders.get(clientId);
    if (holder != null && !holder.user().equals(user) && holder.stands()) {
      return false;
    }
    holders.put(clientId, new Holder(user, new WeakReference<>(connection)));
    sweep();
    return true;
  }

  /** Each time the number has doubled, so that it costs nothing by the sign-in. */
  private void sweep() {
    if (holders.size() >= sweepAt) {
      holders.values().removeIf(holder -> !holder.stands());
      sweepAt = Math.max(SWEPT_FROM, 2 * holders.size());
    }
  }
}
