package org.tijian.inspection.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A person who signs in; the principal of every signed-in request.
 *
 * @param username lower case, unique
 * @param siteId the enterprise of a director or colleague; null for everybody else
 * @param rights what a colleague may do; empty for everybody else
 * @param head whether the person is the head of the programme office
 */
public record Account(
    UUID id,
    String username,
    LocalName name,
    Role role,
    @Nullable Long siteId,
    Set<SiteRight> rights,
    boolean head) {
  public Account {
    if (role.isOfEnterprise() != (siteId != null)) {
      throw new IllegalArgumentException(
          "%s %s, site %s: people of an enterprise have a site, nobody else"
              .formatted(role, username, siteId));
    }
    rights = Set.copyOf(rights);
    if (role != Role.COLLEAGUE && !rights.isEmpty()) {
      throw new IllegalArgumentException("%s has rights of a colleague".formatted(username));
    }
    if (head && role != Role.OFFICE) {
      throw new IllegalArgumentException("%s is not of the office".formatted(username));
    }
  }

  /** Somebody whose role says everything. */
  public Account(UUID id, String username, LocalName name, Role role, @Nullable Long siteId) {
    this(id, username, name, role, siteId, Set.of());
  }

  /** Somebody who is not the head of the office. */
  public Account(
      UUID id,
      String username,
      LocalName name,
      Role role,
      @Nullable Long siteId,
      Set<SiteRight> rights) {
    this(id, username, name, role, siteId, rights, false);
  }

  /** Whether the person may do this for the enterprise: a director may do all of it. */
  public boolean may(SiteRight right) {
    return role == Role.DIRECTOR || rights.contains(right);
  }
}
