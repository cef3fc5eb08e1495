package org.tijian.gateway.broker;

import java.io.IOException;

/** What Artemis is told by its journal when the disk takes nothing more. */
public final class BrokenDisk {
  private BrokenDisk() {}

  public static void under(Broker broker) {
    if (broker instanceof EmbeddedBroker embedded) {
      embedded
          .life()
          .server()
          .getStorageManager()
          .criticalError(new IOException("No space left on device"));
    } else {
      throw new IllegalArgumentException("a broker of its own is meant");
    }
  }
}
