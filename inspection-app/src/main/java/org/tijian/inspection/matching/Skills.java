package org.tijian.inspection.matching;

import static org.tijian.inspection.expert.ExpertProfile.FACTOR;
import static org.tijian.inspection.expert.ExpertProfile.INSTRUMENT;
import static org.tijian.inspection.expert.ExpertProfile.PART;
import static org.tijian.inspection.expert.ExpertProfile.TOPIC;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.inspection.request.Topic;

/** Which skills a request asks for. */
final class Skills {
  private Skills() {}

  /**
   * What somebody in the team must be able to do: the topics, and the part each is looked at in.
   */
  static Set<String> needed(List<Topic> topics) {
    Set<String> skills = new HashSet<>();
    for (Topic topic : topics) {
      skills.add(TOPIC + topic.word());
      skills.add(
          PART
              + switch (topic) {
                case CALIBRATION, NETWORKING -> "hut";
                case OPERATION, DOCUMENTS -> "meeting-room";
                case SAMPLING -> "platform";
              });
    }
    return skills;
  }

  /** What helps: to know the factors and the kinds of instruments of the outlets. */
  static Set<String> helpful(List<Outlet> outlets) {
    Set<String> skills = new HashSet<>();
    outlets.stream()
        .flatMap(outlet -> outlet.instruments().stream())
        .forEach(
            instrument -> {
              skills.add(FACTOR + instrument.factor());
              if (instrument.design() != Instrument.Design.NONE) {
                skills.add(
                    INSTRUMENT
                        + instrument.design().name().toLowerCase(Locale.ROOT).replace('_', '-'));
              }
            });
    return skills;
  }
}
