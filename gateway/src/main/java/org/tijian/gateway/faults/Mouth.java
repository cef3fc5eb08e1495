package org.tijian.gateway.faults;

import java.io.IOException;

/** A logger's connection, used until it breaks and then thrown away. */
interface Mouth extends AutoCloseable {

  /**
   * Sends a frame; that it was stored is said later, to the ledger.
   *
   * @throws IOException if the connection is broken
   */
  void say(int number, byte[] frame) throws IOException;

  /** False when it is known that nothing will come of it any more. */
  boolean stands();

  @Override
  void close();

  /** Makes connections. */
  interface Opening {
    Mouth open() throws IOException;
  }
}
