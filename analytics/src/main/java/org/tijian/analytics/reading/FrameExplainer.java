package org.tijian.analytics.reading;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Takes frames apart for people (报文解析). Keeps nothing. Who can read frames offers one as a service
 * of the Java platform, so that it is there though no gateway runs.
 */
public interface FrameExplainer {

  /**
   * The one on the class path.
   *
   * @throws IllegalStateException if there is none
   */
  static FrameExplainer installed() {
    return ServiceLoader.load(FrameExplainer.class, FrameExplainer.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing on the class path reads frames"));
  }

  /** Frames from a web form or a log, where line ends are not what the device sent. */
  Explanation explain(String text);

  /**
   * Frames as they came.
   *
   * @param keys SM4 keys of the sender, newest first, each of 16 bytes
   */
  Explanation explain(byte[] bytes, List<byte[]> keys);
}
