package org.tijian.inspection.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.visit.ChecklistTitles;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Statistics for everybody who signs in. They take no filter, so that none can be turned on
 * somebody.
 */
@RestController
class StatisticsController {
  private static final int FEWEST_STARS = 1;
  private static final int MOST_STARS = 5;

  private final Releases releases;
  private final Ratings ratings;
  private final Profiles profiles;
  private final ChecklistTitles titles;
  private final Analytics analytics;
  private final LikeMine likeMine;
  private final OfficeNumbers office;

  StatisticsController(
      Releases releases,
      Ratings ratings,
      Profiles profiles,
      ChecklistTitles titles,
      Analytics analytics,
      LikeMine likeMine,
      OfficeNumbers office) {
    this.releases = releases;
    this.ratings = ratings;
    this.profiles = profiles;
    this.titles = titles;
    this.analytics = analytics;
    this.likeMine = likeMine;
    this.office = office;
  }

  @GetMapping("/api/statistics")
  StatisticsView statistics() {
    List<Published> quarters = releases.published();
    return new StatisticsView(
        quarters,
        titles(quarters),
        ratings.released().entrySet().stream()
            .map(
                each ->
                    new RatingView(each.getKey(), Arrays.stream(each.getValue()).boxed().toList()))
            .toList());
  }

  /** Of the checklist's items, of rules that were answered by advice, and of the follow-up. */
  private Map<String, LocalName> titles(List<Published> quarters) {
    Map<String, LocalName> all = new HashMap<>(titles.all());
    analytics.rules().forEach(rule -> all.put(rule.id(), rule.title()));
    all.put(CodedRecords.FOLLOW_UP, new LocalName("改进项的结果", "What became of improvement items"));
    Set<String> told =
        quarters.stream()
            .flatMap(quarter -> quarter.items().stream())
            .map(Published.Item::item)
            .collect(Collectors.toSet());
    titles.all().keySet().forEach(told::add);
    all.keySet().retainAll(told);
    return all;
  }

  /** For the office alone. */
  @GetMapping("/api/office/dashboard")
  OfficeNumbers.DashboardView dashboard(@AuthenticationPrincipal Account account) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    return office.dashboard();
  }

  /** What plants like that of the director are advised most often, with the words for it. */
  @GetMapping("/api/statistics/like-mine")
  LikeMineView likeMine(@AuthenticationPrincipal Account account) {
    return new LikeMineView(likeMine.of(site(account)), titles(releases.published()));
  }

  @GetMapping("/api/checkups/{id}/rating")
  RatedView rated(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return new RatedView(ratings.isRated(ratings.open(account, id).id()));
  }

  @PostMapping("/api/checkups/{id}/rating")
  RatedView rate(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RatingRequest request) {
    int stars = Input.required("stars", request.stars());
    Input.check(
        stars >= FEWEST_STARS && stars <= MOST_STARS, "stars", "请选择 1 至 5 星。", "1 to 5 stars.");
    ratings.rate(account, id, stars);
    return new RatedView(true);
  }

  @GetMapping("/api/profile")
  Profile profile(@AuthenticationPrincipal Account account) {
    return profiles.of(site(account));
  }

  @PostMapping("/api/profile")
  Profile save(@AuthenticationPrincipal Account account, @RequestBody Profiles.ProfileForm form) {
    return profiles.save(site(account), form);
  }

  private static long site(Account account) {
    if (account.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    return Objects.requireNonNull(account.siteId());
  }

  record LikeMineView(LikeMine.Answer answer, Map<String, LocalName> titles) {}

  record RatingRequest(@Nullable Integer stars) {}

  record RatedView(boolean rated) {}

  /**
   * @param stars how often 1, 2, 3, 4 and 5 was given
   */
  record RatingView(String quarter, List<Integer> stars) {}

  record StatisticsView(
      List<Published> quarters, Map<String, LocalName> items, List<RatingView> ratings) {}
}
