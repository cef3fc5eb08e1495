package org.tijian.gateway.tcp;

import org.tijian.gateway.inbox.Delivery;
import org.tijian.gateway.inbox.RawMessage;

/** A frame from a socket: it is stored even if its connection has ended, nobody sends it again. */
record TcpDelivery(RawMessage message, TcpConnection connection) implements Delivery {

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public void acknowledge() {
    connection.isStored();
  }
}
