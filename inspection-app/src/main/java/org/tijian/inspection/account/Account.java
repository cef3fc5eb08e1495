package org.tijian.inspection.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A person who signs in; the principal of every signed-in request.
 *
 * @param username lower case, unique
 * @param siteId the enterprise of a director; null for everybody else
 */
public record Account(UUID id, String username, LocalName name, Role role, @Nullable Long siteId) {
  public Account {
    if ((role == Role.DIRECTOR) != (siteId != null)) {
      throw new IllegalArgumentException(
          "%s %s, site %s: a director has a site, nobody else".formatted(role, username, siteId));
    }
  }
}
