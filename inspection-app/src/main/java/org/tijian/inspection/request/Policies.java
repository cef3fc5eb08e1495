package org.tijian.inspection.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Every version of the rules that was ever offered, oldest first. A check-up stands under the
 * version that was signed for it, whatever came later (T-43).
 */
public final class Policies {
  private final List<Edition> editions;

  Policies(List<Edition> editions) {
    this.editions = List.copyOf(editions);
  }

  /** Those of the product. */
  static Policies builtIn() throws IOException {
    List<Edition> editions = new ArrayList<>();
    for (String version : YamlFile.read("/terms/versions.yaml", Versions.class).versions()) {
      editions.add(read(version));
    }
    return new Policies(editions);
  }

  private static Edition read(String version) throws IOException {
    String place = "/terms/%s/".formatted(version);
    Edition edition =
        new Edition(
            YamlFile.read(place + "terms.yaml", Terms.class),
            YamlFile.read(place + "policy.yaml", Policy.class),
            new String(YamlFile.bytes(place + "policy.yaml"), StandardCharsets.UTF_8));
    if (!edition.terms().version().equals(version) || !edition.policy().version().equals(version)) {
      throw new IOException("terms and policy in %s are of another version".formatted(place));
    }
    return edition;
  }

  public List<Edition> all() {
    return editions;
  }

  /** The one that is offered. */
  public Edition current() {
    return editions.get(editions.size() - 1);
  }

  /**
   * @throws IllegalArgumentException if no such version was ever offered
   */
  public Edition of(String version) {
    return editions.stream()
        .filter(edition -> edition.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rules of version " + version));
  }

  /** The policy that a check-up stands under. */
  public Policy of(Checkup checkup) {
    return of(checkup.consent().version()).policy();
  }

  /**
   * One version.
   *
   * @param policyText the policy file to the letter
   */
  public record Edition(Terms terms, Policy policy, String policyText) {
    public String version() {
      return terms.version();
    }
  }

  private record Versions(List<String> versions) {}
}
