package org.tijian.inspection.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.expert.ExpertProfile;
import org.tijian.inspection.request.Topic;

/** A province's worth of made-up requests and experts; the same seed makes the same ones. */
final class MatchBenchData {
  static final int EXPERTS = 50;
  static final int REQUESTS = 200;

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 7);
  private static final int DAYS = 42;
  private static final int SITES = 150;
  private static final List<String> FACTORS =
      List.of("a21026", "a21002", "a34013", "a19001", "a01012", "a01014", "a05002");
  private static final List<String> PARTS = List.of("meeting-room", "platform", "hut");

  private final Random random;

  private MatchBenchData(long seed) {
    this.random = new Random(seed);
  }

  static Plan plan(long seed, int teamSize) {
    MatchBenchData data = new MatchBenchData(seed);
    List<Slot> slots = slots();
    List<Candidate> experts = new ArrayList<>();
    for (int i = 0; i < EXPERTS; i++) {
      experts.add(data.expert(i, slots));
    }
    List<Coordinates> sites = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      sites.add(data.place());
    }
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      wishes.add(data.wish(i, sites, experts));
    }
    return Plan.of(wishes, experts, slots, teamSize);
  }

  private static List<Slot> slots() {
    return FIRST
        .datesUntil(FIRST.plusDays(DAYS))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .flatMap(day -> Arrays.stream(Slot.Half.values()).map(half -> new Slot(day, half)))
        .toList();
  }

  private Candidate expert(int number, List<Slot> slots) {
    Set<String> skills = new HashSet<>();
    some(Arrays.stream(Topic.values()).map(Topic::word).toList(), 3)
        .forEach(topic -> skills.add(ExpertProfile.TOPIC + topic));
    some(PARTS, 2).forEach(part -> skills.add(ExpertProfile.PART + part));
    some(FACTORS, 4).forEach(factor -> skills.add(ExpertProfile.FACTOR + factor));
    Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    weekdays.remove(DayOfWeek.of(1 + random.nextInt(5)));
    LocalDate away = FIRST.plusDays(random.nextInt(DAYS));
    Set<LocalDate> absences = new HashSet<>(away.datesUntil(away.plusDays(5)).toList());
    Set<Slot> booked = new HashSet<>(some(slots, 2));
    LocalName name = new LocalName("专家" + number, "Expert %02d".formatted(number));
    return new Candidate(
        id(), name, new ExpertProfile(skills, place(), weekdays, 5), absences, booked);
  }

  private Wish wish(int number, List<Coordinates> sites, List<Candidate> experts) {
    int site = random.nextInt(sites.size());
    List<Topic> topics = some(Arrays.asList(Topic.values()), 1 + random.nextInt(2));
    Set<String> helpful = new HashSet<>();
    some(FACTORS, 2).forEach(factor -> helpful.add(ExpertProfile.FACTOR + factor));
    LocalDate closed = FIRST.plusDays(random.nextInt(DAYS));
    Set<UUID> excluded = new HashSet<>();
    some(experts, random.nextInt(4)).forEach(expert -> excluded.add(expert.id()));
    return new Wish(
        id(),
        "TJ-2026-%06d".formatted(number),
        site,
        Skills.needed(topics),
        helpful,
        sites.get(site),
        new HashSet<>(List.of(day(), day(), day())),
        new HashSet<>(closed.datesUntil(closed.plusDays(3)).toList()),
        random.nextInt(3) == 0 ? new HashSet<>(List.of(day(), day())) : Set.of(),
        excluded,
        FIRST.plusDays(random.nextInt(5)));
  }

  /** Within the rectangle around Liaoning. */
  private Coordinates place() {
    return new Coordinates(119 + 6.5 * random.nextDouble(), 39 + 4 * random.nextDouble());
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> List<T> some(List<T> of, int count) {
    List<T> rest = new ArrayList<>(of);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < count && !rest.isEmpty()) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return chosen;
  }
}
