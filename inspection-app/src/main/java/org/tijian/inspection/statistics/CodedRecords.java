package org.tijian.inspection.statistics;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.visit.VisitNotes;
import tools.jackson.databind.json.JsonMapper;

/** When a check-up is closed, its answers become codes (T-17); nothing that was written does. */
@Component
class CodedRecords implements CheckupStep {
  static final String KIND = "code";
  private static final String MONITOR = "flue-gas";

  private final VisitNotes notes;
  private final Profiles profiles;
  private final Pool pool;
  private final PoolKey key;
  private final JsonMapper json;
  private final Clock clock;

  CodedRecords(
      VisitNotes notes, Profiles profiles, Pool pool, PoolKey key, JsonMapper json, Clock clock) {
    this.notes = notes;
    this.profiles = profiles;
    this.pool = pool;
    this.key = key;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.CLOSED) {
      pool.put(KIND, checkup.siteId(), codes(checkup));
    }
  }

  private List<String> codes(Checkup checkup) {
    String quarter = Quarter.of(clock.instant());
    String enterprise = key.standIn(checkup.siteId(), quarter);
    Profile profile = profiles.of(checkup.siteId());
    return notes.of(checkup).items().stream()
        .filter(item -> item.answer() != null)
        .map(
            item ->
                new Coded(quarter, enterprise, item.id(), item.answer().result(), profile, MONITOR))
        .map(json::writeValueAsString)
        .toList();
  }
}
