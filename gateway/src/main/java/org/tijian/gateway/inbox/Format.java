package org.tijian.gateway.inbox;

/** How a message is written. */
public enum Format {
  HJ212(""),
  JSON("-json"),
  SPARKPLUG("-sparkplug");

  private final String suffix;

  Format(String suffix) {
    this.suffix = suffix;
  }

  /** The word kept with a frame: the way it came, and how it is written unless that is HJ 212. */
  public String word(String transport) {
    return transport + suffix;
  }

  /** The format of a frame that was kept with such a word. */
  public static Format ofWord(String word) {
    for (Format format : new Format[] {JSON, SPARKPLUG}) {
      if (word.endsWith(format.suffix)) {
        return format;
      }
    }
    return HJ212;
  }
}
