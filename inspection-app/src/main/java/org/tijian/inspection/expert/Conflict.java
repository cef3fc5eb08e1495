package org.tijian.inspection.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.site.LocalName;

/**
 * Why an expert may not be sent to an enterprise. What counts is what was declared and named; the
 * platform looks for nothing elsewhere.
 */
enum Conflict {
  OPERATION(
      "在该企业的运维单位任职，或三年内任职过",
      "works or worked within three years for the company that runs the plant's instruments"),
  VENDOR(
      "在该企业的仪器厂商任职，或三年内任职过",
      "works or worked within three years for the vendor of the plant's instruments"),
  ENTERPRISE("在该企业任职，或三年内任职过", "works or worked within three years for the enterprise"),
  COMPETITOR(
      "在该企业指明的竞争对手任职，或三年内任职过",
      "works or worked within three years for a competitor that the enterprise named"),
  ENFORCEMENT(
      "三年内参加过对该企业的执法活动", "took part in an enforcement action at the enterprise within three years"),
  REFUSED("已被企业谢绝，企业无须说明理由", "was refused by the enterprise, which needs no reason");

  private final LocalName words;

  Conflict(String zh, String en) {
    this.words = new LocalName(zh, en);
  }

  LocalName words() {
    return words;
  }

  /** The first of the rules that stands in the way of a visit on that day. */
  static Optional<Conflict> of(List<Tie> ties, Parties parties, LocalDate day) {
    return ties.stream()
        .filter(tie -> tie.countsOn(day))
        .flatMap(tie -> of(tie, parties).stream())
        .findFirst();
  }

  private static Optional<Conflict> of(Tie tie, Parties parties) {
    if (tie.kind() == Tie.Kind.ENFORCEMENT) {
      return names(parties.own(), tie) ? Optional.of(ENFORCEMENT) : Optional.empty();
    }
    if (names(parties.own(), tie)) {
      return Optional.of(ENTERPRISE);
    }
    if (names(parties.operation(), tie)) {
      return Optional.of(OPERATION);
    }
    if (names(parties.vendors(), tie)) {
      return Optional.of(VENDOR);
    }
    return names(parties.competitors(), tie) ? Optional.of(COMPETITOR) : Optional.empty();
  }

  private static boolean names(List<String> names, Tie tie) {
    return names.stream().anyMatch(name -> OrganisationName.same(name, tie.organisation()));
  }
}
