package org.tijian.inspection.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What is shown at a gate: a service and not an inspection, who comes, to whom, and when. Holds
 * nothing of what is found.
 *
 * @param type {@code service}: there is no other
 * @param number of several check-ups in one visit the first; it makes no difference on whose page
 *     the slip was opened
 * @param joined numbers of the others
 * @param organiser who sends the team
 * @param token for the code; null once the visit is called off
 */
record Slip(
    String type,
    String number,
    List<String> joined,
    LocalName enterprise,
    LocalName organiser,
    List<Visitor> persons,
    Instant plannedFrom,
    Instant plannedUntil,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String token) {
  static final String SERVICE = "service";
  static final LocalName ORGANISER =
      new LocalName("企业自愿体检服务台", "Programme office of the voluntary check-up");

  Slip {
    joined = List.copyOf(joined);
    persons = List.copyOf(persons);
  }

  /**
   * Somebody of the team.
   *
   * @param passages in order of time
   */
  record Visitor(UUID id, LocalName name, List<PassageView> passages) {
    Visitor {
      passages = List.copyOf(passages);
    }
  }

  /** A passage on the wire. */
  record PassageView(UUID id, Passage.Direction direction, Instant at, LocalName by) {
    static PassageView of(Passage passage) {
      return new PassageView(passage.id(), passage.direction(), passage.at(), passage.by());
    }
  }
}
