package org.tijian.inspection.chain;

import java.util.List;

/** Published heads, oldest first, without gaps, with the keys that signed them. */
public record HeadList(String format, List<HeadKey> keys, List<Head> heads) {
  public static final String FORMAT = "tijian-heads-1";
}
