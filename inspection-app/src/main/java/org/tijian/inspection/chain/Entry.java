package org.tijian.inspection.chain;

import java.time.Instant;

/**
 * One entry of the access record, as text: what it says is data and nothing else.
 *
 * @param visit hash of the visit's id
 * @param position from 1, without gaps
 * @param previous hash of the entry before
 * @param at UTC with microseconds
 * @param by the name as it was at that time
 * @param origin where from, coarsely; the full address is not kept
 * @param detail id of a key or version of a policy; empty if there is none
 * @param hash over everything before
 */
public record Entry(
    String visit,
    long position,
    String previous,
    String at,
    String account,
    Name by,
    String role,
    String origin,
    String what,
    String why,
    String detail,
    String hash) {

  /** A name in both languages. */
  public record Name(String zh, String en) {}

  public static String time(Instant at) {
    return Fields.time(at);
  }

  /** What the hash should be. */
  public String computedHash() {
    return Sha256.hex(
        new Fields("tijian-access-1")
            .add("visit", visit)
            .add("position", position)
            .add("previous", previous)
            .add("at", at)
            .add("account", account)
            .add("by-zh", by.zh())
            .add("by-en", by.en())
            .add("role", role)
            .add("origin", origin)
            .add("what", what)
            .add("why", why)
            .add("detail", detail)
            .bytes());
  }
}
