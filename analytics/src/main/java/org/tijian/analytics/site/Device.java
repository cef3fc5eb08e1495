package org.tijian.analytics.site;

/**
 * A data logger (数采仪) and the outlet it reports.
 *
 * @param mn its identifier (MN): 1 to 32 of {@code 0-9 A-Z a-z _ -}. No dot or slash, because the
 *     broker turns one into the other and a device could otherwise reach a neighbour's topic
 */
public record Device(String mn, long outletId) {
  private static final java.util.regex.Pattern MN =
      java.util.regex.Pattern.compile("[0-9A-Za-z_-]{1,32}");

  public Device {
    if (!isMn(mn)) {
      throw new IllegalArgumentException("'%s' is not a device identifier (MN)".formatted(mn));
    }
  }

  public static boolean isMn(String text) {
    return MN.matcher(text).matches();
  }

  /** Topic for HJ 212 frames of this device. */
  public String frameTopic() {
    return "tijian/v1/" + mn + "/hj212";
  }

  /** Topic for requests to this device. */
  public String downTopic() {
    return "tijian/v1/" + mn + "/down";
  }
}
