package org.tijian.inspection.statistics;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.followup.FollowUpCompleted;
import org.tijian.inspection.followup.ItemState;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.visit.SaidSoFar;
import org.tijian.inspection.visit.VisitNotes;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a check-up is closed, its answers become codes (T-17), and so do the rules of findings that
 * were answered by advice; nothing that was written does. When its follow-up is complete, what
 * became of the items does.
 */
@Component
class CodedRecords implements CheckupStep, FollowUpCompleted {
  static final String KIND = "code";
  private static final String MONITOR = "flue-gas";
  private static final String IMPROVEMENT = "improvement";

  /** In place of an item: what became of improvement items. */
  static final String FOLLOW_UP = "follow-up";

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
    SaidSoFar said = notes.of(checkup);
    Stream<Coded> answers =
        said.items().stream()
            .filter(item -> item.answer() != null)
            .map(
                item ->
                    new Coded(
                        quarter, enterprise, item.id(), item.answer().result(), profile, MONITOR));
    // Of advice that answers a finding, the rule: not the factor and not the outlet.
    Stream<Coded> advice =
        said.advice().stream()
            .flatMap(each -> Stream.ofNullable(each.code()))
            .map(code -> code.replaceFirst(":.*", ""))
            .distinct()
            .map(rule -> new Coded(quarter, enterprise, rule, IMPROVEMENT, profile, MONITOR));
    return Stream.concat(answers, advice).map(json::writeValueAsString).toList();
  }

  /** What became of improvement items, when the enterprise has completed their follow-up. */
  @Override
  public void completed(Checkup checkup, Account director, List<ItemState> states) {
    String quarter = Quarter.of(clock.instant());
    String enterprise = key.standIn(checkup.siteId(), quarter);
    Profile profile = profiles.of(checkup.siteId());
    pool.put(
        KIND,
        checkup.siteId(),
        states.stream()
            .map(s -> new Coded(quarter, enterprise, FOLLOW_UP, s.word(), profile, MONITOR))
            .map(json::writeValueAsString)
            .toList());
  }
}
