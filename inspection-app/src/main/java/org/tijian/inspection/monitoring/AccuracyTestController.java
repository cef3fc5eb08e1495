package org.tijian.inspection.monitoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.site.Outlet;
import org.tijian.inspection.account.Account;

/** Accuracy tests that the enterprise enters from its own papers; for the enterprise alone. */
@RestController
@RequestMapping("/api/outlets/{id}/accuracy-tests")
class AccuracyTestController {
  private final OutletAccess access;
  private final AccuracyTestDesk desk;

  AccuracyTestController(OutletAccess access, AccuracyTestDesk desk) {
    this.access = access;
    this.desk = desk;
  }

  record Entry(
      @NotBlank String factor,
      @NotNull LocalDate testedOn,
      @NotBlank @Size(max = 120) String laboratory,
      @NotBlank @Size(max = 20) String unit,
      @NotNull @Size(min = 3, max = 100) List<@NotNull Pair> pairs) {
    AccuracyTest test() {
      return new AccuracyTest(factor, testedOn, laboratory.strip(), unit, pairs);
    }
  }

  record View(
      UUID id,
      String factor,
      LocalDate testedOn,
      String laboratory,
      String unit,
      List<Pair> pairs) {
    static View of(UUID id, AccuracyTest test) {
      return new View(
          id, test.factor(), test.testedOn(), test.laboratory(), test.unit(), test.pairs());
    }
  }

  @GetMapping
  List<View> list(@AuthenticationPrincipal Account account, @PathVariable long id) {
    return desk.kept(access.own(account, id)).stream()
        .map(kept -> View.of(kept.id(), kept.test()))
        .toList();
  }

  @PostMapping
  View enter(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestBody @Valid Entry entry) {
    Outlet outlet = access.own(account, id);
    AccuracyTest test = entry.test();
    return View.of(desk.enter(outlet, test, account), test);
  }
}
