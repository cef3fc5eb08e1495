package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;

/** Reads HJ 212 frames; holds no state, safe to share. */
public final class Hj212Codec {

  /**
   * Reads one message that holds one or several whole frames, with or without line ends.
   *
   * @return what each stretch of the payload turned out to be, in order; empty if the payload holds
   *     nothing but line ends
   */
  public List<Decoded> decode(byte[] payload) {
    return decode(payload, Keys.NONE);
  }

  /** As {@link #decode(byte[])}, for a sender that may encipher its data areas. */
  public List<Decoded> decode(byte[] payload, Keys keys) {
    Hj212Stream stream = stream(keys);
    List<Decoded> decoded = new ArrayList<>(stream.feed(payload, 0, payload.length));
    decoded.addAll(stream.end());
    return decoded;
  }

  /** A reader for bytes that come in chunks of any size, for example over a socket. */
  public Hj212Stream stream() {
    return stream(Keys.NONE);
  }

  /** As {@link #stream()}, for a sender that may encipher its data areas. */
  public Hj212Stream stream(Keys keys) {
    return new Hj212Stream(keys);
  }
}
