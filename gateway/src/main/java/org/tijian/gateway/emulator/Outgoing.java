package org.tijian.gateway.emulator;

import java.util.List;

/**
 * A message to send: one frame, or several, or the first part of one.
 *
 * @param qns of the frames that are complete with it
 * @param expected what must become of these
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Outgoing(List<String> qns, byte[] bytes, List<Expected> expected) {
  Outgoing {
    qns = List.copyOf(qns);
    expected = List.copyOf(expected);
  }
}
