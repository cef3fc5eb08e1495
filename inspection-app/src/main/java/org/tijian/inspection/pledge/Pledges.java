package org.tijian.inspection.pledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tijian.inspection.request.YamlFile;

/** Every version of the pledge that was ever offered, oldest first. */
final class Pledges {
  private final List<Pledge> versions;

  Pledges(List<Pledge> versions) {
    this.versions = List.copyOf(versions);
  }

  /** Those of the product. */
  static Pledges builtIn() throws IOException {
    List<Pledge> pledges = new ArrayList<>();
    for (String version : YamlFile.read("/pledges/versions.yaml", Versions.class).versions()) {
      Pledge pledge = YamlFile.read("/pledges/%s/pledge.yaml".formatted(version), Pledge.class);
      if (!pledge.version().equals(version)) {
        throw new IOException("the pledge in %s is of another version".formatted(version));
      }
      pledges.add(pledge);
    }
    return new Pledges(pledges);
  }

  List<Pledge> all() {
    return versions;
  }

  /** The one that is offered. */
  Pledge current() {
    return versions.get(versions.size() - 1);
  }

  Optional<Pledge> of(String version) {
    return versions.stream().filter(pledge -> pledge.version().equals(version)).findFirst();
  }

  private record Versions(List<String> versions) {}
}
