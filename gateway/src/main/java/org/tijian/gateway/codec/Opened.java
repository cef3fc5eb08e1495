package org.tijian.gateway.codec;

import org.jspecify.annotations.Nullable;

/**
 * A data segment as it was before its data area was enciphered.
 *
 * @param key which key opened it, counted from 0, the newest
 * @param form how the enciphered bytes were written
 * @param enciphered number of bytes of the plain data area that were enciphered
 * @param segment the plain data segment; owned by this object, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Opened(int key, Keys.Form form, int enciphered, byte[] segment) {

  /** Which check sum of the plain segment the field holds; null if none. */
  Hj212Crc.@Nullable Kind crc(String field) {
    return Hj212Crc.match(field, segment, 0, segment.length);
  }
}
