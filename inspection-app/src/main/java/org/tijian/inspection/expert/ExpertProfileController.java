package org.tijian.inspection.expert;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;

/** Experts' profiles, absences and ties. Whatever changes one answers with all of it. */
@RestController
@RequestMapping("/api/experts")
class ExpertProfileController {
  private final ExpertDesk desk;

  ExpertProfileController(ExpertDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  InvitedView register(@AuthenticationPrincipal Account account, @RequestBody NewExpert expert) {
    ExpertDesk.Invited invited =
        desk.register(account, expert.username(), expert.nameZh(), expert.nameEn());
    return new InvitedView(
        invited.account().id(), invited.account().username(), invited.password());
  }

  @GetMapping("/{id}/profile")
  ProfileView see(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(desk.see(account, id));
  }

  @PostMapping("/{id}/profile")
  ProfileView describe(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody ProfileForm form) {
    desk.see(account, id);
    desk.describe(account, id, form.checked());
    return see(account, id);
  }

  @PostMapping("/{id}/absences")
  ProfileView addAbsence(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody Span span,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    desk.addAbsence(account, id, span.firstDay(), span.lastDay(), key);
    return see(account, id);
  }

  @DeleteMapping("/{id}/absences/{absence}")
  ProfileView removeAbsence(
      @AuthenticationPrincipal Account account, @PathVariable UUID id, @PathVariable UUID absence) {
    desk.removeAbsence(account, id, absence);
    return see(account, id);
  }

  @PostMapping("/{id}/ties")
  ProfileView declare(
      @AuthenticationPrincipal Account account, @PathVariable UUID id, @RequestBody NewTie tie) {
    desk.declare(account, id, tie.kind(), tie.organisation(), tie.from(), tie.until());
    return see(account, id);
  }

  @PostMapping("/{id}/ties/{tie}/end")
  ProfileView end(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @PathVariable UUID tie,
      @RequestBody End end) {
    desk.end(account, id, tie, end.until());
    return see(account, id);
  }

  private static ProfileView view(ExpertDesk.Said said) {
    ExpertProfile profile = said.profile();
    Coordinates home = profile.home();
    return new ProfileView(
        said.expert().id(),
        said.expert().name(),
        profile.skills().stream().sorted().toList(),
        home == null ? null : home.longitude(),
        home == null ? null : home.latitude(),
        profile.weekdays().stream().map(DayOfWeek::getValue).sorted().toList(),
        profile.mostVisitsAWeek(),
        said.absences(),
        said.ties().stream()
            .map(
                tie ->
                    new TieView(
                        tie.id(),
                        tie.kind().name().toLowerCase(Locale.ROOT),
                        tie.organisation(),
                        tie.from(),
                        tie.until()))
            .toList());
  }

  record NewExpert(@Nullable String username, @Nullable String nameZh, @Nullable String nameEn) {}

  record Span(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {}

  record NewTie(
      @Nullable String kind,
      @Nullable String organisation,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  record End(@Nullable LocalDate until) {}

  record ProfileView(
      UUID id,
      LocalName name,
      List<String> skills,
      @Nullable Double longitude,
      @Nullable Double latitude,
      List<Integer> weekdays,
      int mostVisitsAWeek,
      List<Absence> absences,
      List<TieView> ties) {}

  record TieView(
      UUID id, String kind, String organisation, LocalDate from, @Nullable LocalDate until) {}

  /**
   * @param password told this once
   */
  record InvitedView(UUID id, String username, String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "InvitedView[%s]".formatted(username);
    }
  }
}
