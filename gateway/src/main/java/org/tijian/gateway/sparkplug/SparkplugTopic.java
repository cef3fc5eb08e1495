package org.tijian.gateway.sparkplug;

/**
 * {@code spBv1.0/tijian/{type}/{mn}[/{device}]}.
 *
 * @param type for example {@code NBIRTH}
 */
record SparkplugTopic(String type, String node) {
  private static final String GROUP = "spBv1.0/tijian/";

  static SparkplugTopic of(String topic) {
    String[] levels = topic.split("/", -1);
    return new SparkplugTopic(levels[2], levels[3]);
  }

  static String rebirth(String node) {
    return GROUP + "NCMD/" + node;
  }

  boolean isDeath() {
    return type.endsWith("DEATH");
  }

  boolean isBirth() {
    return type.endsWith("BIRTH");
  }

  /** Of the node itself, not of a device behind it. */
  boolean isOfNode() {
    return type.startsWith("N");
  }
}
