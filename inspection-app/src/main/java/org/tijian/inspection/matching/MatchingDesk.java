package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.ScheduleDesk;
import org.tijian.inspection.request.ScheduleRequest;
import org.tijian.inspection.web.RefusedRequest;

/** Where the office asks for a proposal, watches it being made, and confirms what it likes. */
@Service
class MatchingDesk implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(MatchingDesk.class);
  private static final int LARGEST_TEAM = 5;
  private static final int MOST_CONFIRMED = 300;

  private final MatchingData data;
  private final MatchingTable table;
  private final ScheduleDesk scheduling;
  private final Clock clock;
  private final AtomicReference<Running> running = new AtomicReference<>(Running.NONE);
  private final ExecutorService searches =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "matching");
            thread.setDaemon(true);
            return thread;
          });

  MatchingDesk(MatchingData data, MatchingTable table, ScheduleDesk scheduling, Clock clock) {
    this.data = data;
    this.table = table;
    this.scheduling = scheduling;
    this.clock = clock;
  }

  /** Begins a search unless one is under way; it goes on when nobody watches. */
  Seen ask(Account office, @Nullable Integer teamSize) {
    refuseOthers(office);
    int size = Input.required("teamSize", teamSize);
    Input.check(
        size >= 1 && size <= LARGEST_TEAM, "teamSize", "每组 1 至 5 人。", "A team has 1 to 5 experts.");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Running next = new Running(State.SEARCHING, now, 0, null);
    Running before = running.getAndUpdate(r -> r.state() == State.SEARCHING ? r : next);
    if (before.state() != State.SEARCHING) {
      searches.submit(() -> search(office, size, now));
    }
    return see(office);
  }

  Seen see(Account office) {
    refuseOthers(office);
    Optional<MatchingTable.Run> newest = table.newest();
    return new Seen(
        Objects.requireNonNull(running.get()),
        newest.orElse(null),
        newest.map(run -> table.open(run.id())).orElse(List.of()));
  }

  /** Each is arranged by itself: what stands in the way of one holds up no other. */
  List<Confirmed> confirm(Account office, @Nullable List<@Nullable UUID> checkupIds) {
    refuseOthers(office);
    List<UUID> asked = new ArrayList<>();
    Input.required("checkupIds", checkupIds)
        .forEach(id -> asked.add(Input.required("checkupIds", id)));
    Input.check(
        asked.size() <= MOST_CONFIRMED, "checkupIds", "一次最多 300 项。", "At most 300 at once.");
    return see(office).proposals().stream()
        .filter(proposal -> asked.contains(proposal.checkupId()))
        .map(proposal -> confirm(office, proposal))
        .toList();
  }

  private Confirmed confirm(Account office, Proposal proposal) {
    if (!proposal.isPossible()) {
      return new Confirmed(
          proposal.checkupId(),
          new LocalName("这项提议违反硬性规则，请手工安排。", "This proposal breaks a rule. Arrange it by hand."));
    }
    try {
      scheduling.schedule(
          office,
          proposal.checkupId(),
          new ScheduleRequest(
              new ArrayList<>(proposal.expertIds()),
              proposal.startsAt(),
              proposal.endsAt(),
              new ArrayList<>(proposal.joined()),
              null));
      return new Confirmed(proposal.checkupId(), null);
    } catch (RefusedRequest refused) {
      return new Confirmed(proposal.checkupId(), refused.problem().message());
    }
  }

  private void search(Account office, int teamSize, Instant askedAt) {
    try {
      Plan plan = data.plan(teamSize);
      int visits = plan.visits().size();
      Matcher matcher = Matcher.within(Matcher.timeFor(visits));
      Plan solved =
          visits == 0 || plan.candidates().isEmpty()
              ? null
              : matcher.solve(plan, score -> progress(askedAt, visits, score));
      List<Proposal> proposals = solved == null ? List.of() : proposals(matcher, solved);
      HardSoftScore score = solved == null ? HardSoftScore.ZERO : solved.score();
      table.keep(
          new MatchingTable.Run(
              UUID.randomUUID(),
              office.id(),
              askedAt,
              clock.instant(),
              score.hardScore(),
              score.softScore()),
          proposals);
      running.set(Running.NONE);
    } catch (RuntimeException e) {
      LOG.error("a search for a plan failed", e);
      running.set(new Running(State.FAILED, askedAt, 0, null));
    }
  }

  private void progress(Instant askedAt, int visits, HardSoftScore score) {
    running.set(new Running(State.SEARCHING, askedAt, visits, score.hardScore()));
  }

  private static List<Proposal> proposals(Matcher matcher, Plan plan) {
    Map<UUID, Map<Rule, Integer>> reasons = matcher.reasons(plan);
    return plan.visits().stream()
        .map(
            visit ->
                new Proposal(
                    visit.id(),
                    visit.wish().joined(),
                    team(visit),
                    visit.slot().startsAt(),
                    visit.slot().endsAt(),
                    reasons.getOrDefault(visit.id(), Map.of())))
        .toList();
  }

  /** Who can do most of what is asked leads; of several the one who comes first by name. */
  private static List<UUID> team(VisitPlan visit) {
    Comparator<Candidate> most =
        Comparator.comparingLong(
            expert -> visit.wish().skills().stream().filter(expert::can).count());
    return visit.seats().stream()
        .map(Seat::expert)
        .distinct()
        .sorted(most.reversed().thenComparing(expert -> expert.name().en()))
        .map(Candidate::id)
        .toList();
  }

  private static void refuseOthers(Account account) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
  }

  @Override
  public void destroy() {
    searches.shutdownNow();
  }

  enum State {
    IDLE,
    SEARCHING,
    FAILED
  }

  /**
   * @param breaches of hard rules in the best plan so far; null before there is one
   */
  record Running(State state, @Nullable Instant since, int visits, @Nullable Integer breaches) {
    static final Running NONE = new Running(State.IDLE, null, 0, null);
  }

  record Seen(Running running, MatchingTable.@Nullable Run newest, List<Proposal> proposals) {}

  /**
   * @param refusal null if it is arranged now
   */
  record Confirmed(UUID checkupId, @Nullable LocalName refusal) {}
}
