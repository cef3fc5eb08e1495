package org.tijian.gateway.conversation;

import java.util.List;
import java.util.Optional;

/** The ways to loggers that this process has at the moment. */
public interface Downlink {

  /** Loggers heard of lately over a way that still stands. */
  List<String> connected();

  /** The way the logger was last heard over, if it stands. */
  Optional<ReplyPath> to(String mn);
}
