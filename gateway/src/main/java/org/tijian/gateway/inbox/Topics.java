package org.tijian.gateway.inbox;

/** Whose a topic is and how messages to it are written. */
final class Topics {
  private static final String SPARKPLUG = "spBv1.0/";

  private Topics() {}

  /** {@code tijian/v1/{mn}/hj212}, {@code .../json} or {@code spBv1.0/tijian/{type}/{mn}/...}. */
  static String mn(String topic) {
    return topic.split("/", -1)[topic.startsWith(SPARKPLUG) ? 3 : 2];
  }

  static Format format(String topic) {
    if (topic.startsWith(SPARKPLUG)) {
      return Format.SPARKPLUG;
    }
    return topic.endsWith("/json") ? Format.JSON : Format.HJ212;
  }
}
