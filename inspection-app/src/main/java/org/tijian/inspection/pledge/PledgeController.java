package org.tijian.inspection.pledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.CheckupRequest.Signature;

/** The pledges of a check-up: the text that stands now, and who signed which one. */
@RestController
@RequestMapping("/api/checkups/{id}/pledges")
class PledgeController {
  private final PledgeDesk desk;
  private final Pledges pledges;

  PledgeController(PledgeDesk desk, Pledges pledges) {
    this.desk = desk;
    this.pledges = pledges;
  }

  @GetMapping
  View see(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(desk.of(account, id));
  }

  @PostMapping
  View sign(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody Signature signature) {
    desk.sign(account, id, signature);
    return view(desk.of(account, id));
  }

  private View view(List<Signed> signed) {
    Pledge current = pledges.current();
    List<TextView> texts =
        Stream.concat(
                Stream.of(Optional.of(current)),
                signed.stream().map(each -> pledges.of(each.version())))
            .flatMap(Optional::stream)
            .distinct()
            .map(pledge -> new TextView(pledge.version(), pledge.text(), pledge.sha256()))
            .toList();
    return new View(current.version(), texts, signed);
  }

  /**
   * @param offered version that is signed now
   * @param texts that one, and every other that somebody signed
   * @param signed oldest first
   */
  record View(String offered, List<TextView> texts, List<Signed> signed) {}

  record TextView(String version, LocalName text, LocalName sha256) {}
}
