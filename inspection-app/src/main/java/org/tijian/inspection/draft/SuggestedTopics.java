package org.tijian.inspection.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.monitoring.SelfCheckView;
import org.tijian.inspection.monitoring.SelfCheckView.FindingView;
import org.tijian.inspection.monitoring.SelfChecks;
import org.tijian.inspection.request.Topic;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Topics that the enterprise's own self-check suggests, each with what it found. Worked out when
 * somebody of the enterprise asks, shown to that person, and kept nowhere.
 */
@RestController
class SuggestedTopics {
  private static final int REASONS = 3;

  /** By the rule that is not met; the first pattern that its id shows decides. */
  private static final Map<Pattern, Topic> TOPICS = new LinkedHashMap<>();

  static {
    TOPICS.put(Pattern.compile("^(networking|hj212|hj477|transmission)"), Topic.NETWORKING);
    TOPICS.put(Pattern.compile("online|completeness|latency|clock|transmission"), Topic.NETWORKING);
    TOPICS.put(
        Pattern.compile(
            "drift|linearity|calibration|accuracy|out-of-control|response|rata|qal|ast|standard-gas"
                + "|interval|forecast|pairs|correlation|factor|k-factor"),
        Topic.CALIBRATION);
    TOPICS.put(
        Pattern.compile("oxygen|excess-air|temperature|velocity|flow|water\\.|range|decoupled"),
        Topic.SAMPLING);
    TOPICS.put(Pattern.compile("^(regulations|decree|order|measures)"), Topic.DOCUMENTS);
  }

  private final SiteRegister register;
  private final SelfChecks selfChecks;

  SuggestedTopics(SiteRegister register, SelfChecks selfChecks) {
    this.register = register;
    this.selfChecks = selfChecks;
  }

  /**
   * @throws RefusedRequest 403 for everybody but who may read the self-check of the outlet's
   *     enterprise
   */
  @GetMapping("/api/outlets/{id}/suggested-topics")
  List<Suggestion> of(@AuthenticationPrincipal Account account, @PathVariable long id) {
    Long site = account.siteId();
    Outlet outlet =
        register
            .outlet(id)
            .filter(known -> account.may(SiteRight.READINGS))
            .filter(known -> site != null && known.siteId() == site)
            .orElseThrow(RefusedRequest::noAccess);
    return of(selfChecks.of(outlet, null));
  }

  /** The weightiest cause first, in the order of the self-check's own agenda. */
  static List<Suggestion> of(SelfCheckView check) {
    Map<String, FindingView> findings = new LinkedHashMap<>();
    check.findings().forEach(finding -> findings.putIfAbsent(finding.code(), finding));
    Map<Topic, List<LocalName>> reasons = new LinkedHashMap<>();
    for (SelfCheckView.ItemView item : check.items()) {
      FindingView finding = findings.get(item.code());
      if (finding != null) {
        reasons
            .computeIfAbsent(topicOf(finding.rule().id()), topic -> new ArrayList<>())
            .add(finding.title());
      }
    }
    return reasons.entrySet().stream()
        .map(
            entry ->
                new Suggestion(
                    entry.getKey().word(),
                    entry.getValue().size(),
                    entry.getValue().stream().distinct().limit(REASONS).toList()))
        .toList();
  }

  static Topic topicOf(String ruleId) {
    return TOPICS.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(ruleId).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Topic.OPERATION);
  }

  /**
   * A topic that would be worth a look.
   *
   * @param count causes that point at it
   * @param reasons the weightiest of them, as the self-check names them
   */
  record Suggestion(String topic, int count, List<LocalName> reasons) {}
}
