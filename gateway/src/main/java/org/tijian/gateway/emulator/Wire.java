package org.tijian.gateway.emulator;

import java.io.IOException;

/** One connection to the platform, used until it breaks and then thrown away. */
interface Wire {

  /** How many messages may be unacknowledged at a time. */
  int window();

  /**
   * Sends without waiting; the listener hears of the acknowledgement.
   *
   * @throws IOException if the connection cannot take it
   */
  void send(byte[] payload, long number) throws IOException;

  void close();

  /** Hears what becomes of a connection; called on its threads. */
  interface Listener {
    void acknowledged(Wire wire, long number);

    void broken(Wire wire, String why);

    /** The platform sent something: one frame, or what a message held. */
    void heard(byte[] payload);
  }

  /** Makes connections to one platform for one logger. */
  interface Opener {

    /**
     * Connects, waiting until the connection can be used.
     *
     * @throws IOException whose message says in plain words why it cannot
     */
    Wire open(Listener listener) throws IOException;
  }
}
