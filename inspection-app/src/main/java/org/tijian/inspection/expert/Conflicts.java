package org.tijian.inspection.expert;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.TeamRule;
import org.tijian.inspection.request.Topic;
import org.tijian.inspection.web.RefusedRequest;

/** Holds the ties of experts against the parties of an enterprise, for whoever arranges a visit. */
@Component
public class Conflicts implements TeamRule {
  private final ExpertTable experts;
  private final SiteTable sites;
  private final SiteRegister register;

  Conflicts(ExpertTable experts, SiteTable sites, SiteRegister register) {
    this.experts = experts;
    this.sites = sites;
    this.register = register;
  }

  @Override
  public void check(Checkup checkup, List<Account> team, Instant startsAt) {
    Parties parties = parties(checkup.siteId());
    Set<UUID> refused = sites.refused(checkup.siteId());
    LocalDate day = BeijingTime.dateOf(startsAt);
    for (Account expert : team) {
      Optional<Conflict> conflict = of(expert.id(), parties, refused, day);
      if (conflict.isPresent()) {
        throw refusal(expert.name(), conflict.get());
      }
    }
  }

  @Override
  public void checkJoined(List<Checkup> visit, List<Account> team) {
    Set<String> skills = new HashSet<>();
    team.forEach(expert -> skills.addAll(experts.profile(expert.id()).skills()));
    List<Topic> lacking =
        visit.stream()
            .flatMap(checkup -> checkup.scope().topics().stream())
            .distinct()
            .filter(topic -> !skills.contains(ExpertProfile.TOPIC + topic.word()))
            .toList();
    if (!lacking.isEmpty()) {
      throw lacks(lacking);
    }
  }

  @Override
  public void refuse(Checkup checkup, UUID expertId, Account director, Instant at) {
    sites.refuse(checkup.siteId(), expertId, checkup.id(), director, at);
  }

  /** Of these experts, those who may not be sent to the enterprise on that day. */
  public Set<UUID> excluded(long site, List<UUID> candidates, LocalDate day) {
    Parties parties = parties(site);
    Set<UUID> refused = sites.refused(site);
    Set<UUID> excluded = new HashSet<>();
    for (UUID expert : candidates) {
      if (of(expert, parties, refused, day).isPresent()) {
        excluded.add(expert);
      }
    }
    return excluded;
  }

  private Optional<Conflict> of(UUID expert, Parties parties, Set<UUID> refused, LocalDate day) {
    return refused.contains(expert)
        ? Optional.of(Conflict.REFUSED)
        : Conflict.of(experts.ties(expert), parties, day);
  }

  Parties parties(long site) {
    List<Outlet> outlets = register.outlets(site);
    List<String> own = new ArrayList<>();
    register.site(site).ifPresent(s -> own.addAll(List.of(s.name().zh(), s.name().en())));
    return new Parties(
        own,
        with(sites.parties(site, "operation"), outlets.stream().map(o -> o.profile().operator())),
        with(sites.parties(site, "vendor"), outlets.stream().flatMap(Conflicts::makers)),
        sites.parties(site, "competitor"));
  }

  private static Stream<String> makers(Outlet outlet) {
    return outlet.instruments().stream()
        .map(Instrument::factor)
        .map(factor -> outlet.profile().plate(factor).maker())
        .filter(Objects::nonNull);
  }

  private static List<String> with(List<String> named, Stream<String> described) {
    return Stream.concat(named.stream(), described.filter(Objects::nonNull)).distinct().toList();
  }

  private static RefusedRequest lacks(List<Topic> topics) {
    return new RefusedRequest(
        409,
        "team-lacks-skill",
        new LocalName(
            "合并后的主题中，专家组没有人能做：%s。请换人、加人，或者分开安排。"
                .formatted(topics.stream().map(t -> t.words().zh()).collect(joining("、"))),
            "Nobody of the team can do this of what is joined: %s. Take others, or arrange them apart."
                .formatted(topics.stream().map(t -> t.words().en()).collect(joining(", ")))),
        "expertIds");
  }

  private static RefusedRequest refusal(LocalName expert, Conflict conflict) {
    return new RefusedRequest(
        409,
        "expert-conflict",
        new LocalName(
            "不能安排%s：这位专家%s。请改选其他专家。".formatted(expert.zh(), conflict.words().zh()),
            "%s cannot be sent: the expert %s. Choose somebody else."
                .formatted(expert.en(), conflict.words().en())),
        "expertIds");
  }
}
