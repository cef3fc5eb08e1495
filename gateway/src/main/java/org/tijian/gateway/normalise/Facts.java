package org.tijian.gateway.normalise;

import java.util.List;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameFacts.FrameDefect;
import org.tijian.analytics.site.Dialect;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Defect;
import org.tijian.gateway.codec.Hj212Frame;

/** What a frame that could be read says about its sender. */
public final class Facts {
  private Facts() {}

  public static FrameFacts of(Decoded.Accepted accepted, Dialect dialect) {
    Hj212Frame frame = accepted.frame();
    List<FrameDefect> defects = accepted.defects().stream().map(Facts::defect).toList();
    return new FrameFacts(
        defects,
        Normaliser.kindOf(frame.cn()).orElse(null),
        DataTime.parse(frame.first("DataTime"), dialect.offset()).orElse(null),
        Integer.valueOf(1).equals(frame.rf()));
  }

  private static FrameDefect defect(Defect defect) {
    return new FrameDefect(defect.code(), defect.clause(), defect.declared(), defect.found());
  }
}
