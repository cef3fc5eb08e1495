package org.tijian.inspection.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.PlantBook;
import org.tijian.inspection.request.PlantCalendar;

/** Proposals of teams and times, for the office. */
@RestController
@RequestMapping("/api/matching")
class MatchingController {
  private final MatchingDesk desk;
  private final ProposalNames names;
  private final PlantBook plants;

  MatchingController(MatchingDesk desk, ProposalNames names, PlantBook plants) {
    this.desk = desk;
    this.names = names;
    this.plants = plants;
  }

  @GetMapping
  View see(@AuthenticationPrincipal Account account) {
    return view(desk.see(account));
  }

  @PostMapping
  View ask(@AuthenticationPrincipal Account account, @RequestBody Asked asked) {
    return view(desk.ask(account, asked.teamSize()));
  }

  @PostMapping("/confirm")
  List<MatchingDesk.Confirmed> confirm(
      @AuthenticationPrincipal Account account, @RequestBody Chosen chosen) {
    return desk.confirm(account, chosen.checkupIds());
  }

  private View view(MatchingDesk.Seen seen) {
    return new View(
        seen.running().state().name().toLowerCase(Locale.ROOT),
        seen.running().since(),
        seen.running().visits(),
        seen.running().breaches(),
        seen.newest() == null ? null : seen.newest().finishedAt(),
        seen.proposals().stream().map(this::view).toList());
  }

  private ProposalView view(Proposal proposal) {
    return new ProposalView(
        proposal.checkupId(),
        names.number(proposal.checkupId()),
        proposal.joined().stream().map(id -> new Joined(id, names.number(id))).toList(),
        names.site(proposal.checkupId()),
        proposal.expertIds().stream().map(id -> new Named(id, names.expert(id))).toList(),
        proposal.startsAt(),
        proposal.endsAt(),
        proposal.isPossible(),
        proposal.points(),
        plants.comingOf(names.siteId(proposal.checkupId())),
        proposal.reasons().entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getKey))
            .map(
                reason ->
                    new ReasonView(
                        reason.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        reason.getKey().isHard(),
                        reason.getValue(),
                        reason.getKey().words()))
            .toList());
  }

  record Asked(@Nullable Integer teamSize) {}

  record Chosen(@Nullable List<@Nullable UUID> checkupIds) {}

  /**
   * @param state idle, searching or failed
   * @param breaches of hard rules in the best plan so far
   * @param finishedAt when the proposals were made; null if none were
   */
  record View(
      String state,
      @Nullable Instant since,
      int visits,
      @Nullable Integer breaches,
      @Nullable Instant finishedAt,
      List<ProposalView> proposals) {}

  record Named(UUID id, LocalName name) {}

  record Joined(UUID id, String number) {}

  /**
   * @param joined other check-ups of the enterprise that would be made in the same visit
   * @param plant what the enterprise said of the days to come
   */
  record ProposalView(
      UUID checkupId,
      String number,
      List<Joined> joined,
      LocalName siteName,
      List<Named> experts,
      Instant startsAt,
      Instant endsAt,
      boolean possible,
      int points,
      List<PlantCalendar.PlantDays> plant,
      List<ReasonView> reasons) {}

  record ReasonView(String rule, boolean hard, int points, LocalName words) {}
}
