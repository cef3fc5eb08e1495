package org.tijian.inspection.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * The session on the wire.
 *
 * @param account null if nobody is signed in
 * @param csrf the header that every change must carry
 */
record SessionView(@Nullable AccountView account, Csrf csrf) {

  record Csrf(String header, String token) {}

  /**
   * @param site null for everybody but people of an enterprise
   * @param rights what the person may do for the enterprise
   * @param head whether the person is the head of the programme office
   */
  record AccountView(
      UUID id,
      LocalName name,
      String role,
      @Nullable SiteView site,
      List<String> rights,
      boolean head) {}

  record SiteView(long id, LocalName name) {}
}
