package org.tijian.inspection.request;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/**
 * The rules in every version, for everybody who signs in: text, numbers, closed list, and who may
 * read what (T-43).
 */
@RestController
class PolicyController {
  private final Policies policies;

  PolicyController(Policies policies) {
    this.policies = policies;
  }

  /** Versions, newest first. */
  @GetMapping("/api/policies")
  List<PolicyView> all() {
    return policies.all().stream()
        .sorted((a, b) -> policies.all().indexOf(b) - policies.all().indexOf(a))
        .map(PolicyView::of)
        .toList();
  }

  /** What a version changed in the one before it, line by line. */
  @GetMapping("/api/policies/{version}/changes")
  PolicyChanges changes(@PathVariable String version) {
    int index = policies.all().stream().map(Policies.Edition::version).toList().indexOf(version);
    if (index < 1) {
      throw new RefusedRequest(
          404,
          "no-earlier-version",
          new LocalName("没有更早的版本可供比较。", "There is no earlier version to compare with."));
    }
    return PolicyChanges.between(policies.all().get(index - 1), policies.all().get(index));
  }

  /**
   * One version on the wire.
   *
   * @param sha256 of the text, and of the policy file
   */
  record PolicyView(
      String version,
      LocalName text,
      LocalName sha256,
      String policy,
      String policySha256,
      Policy numbers) {

    static PolicyView of(Policies.Edition edition) {
      return new PolicyView(
          edition.version(),
          edition.terms().text(),
          edition.terms().sha256(),
          edition.policyText(),
          Terms.sha256(edition.policyText()),
          edition.policy());
    }
  }
}
