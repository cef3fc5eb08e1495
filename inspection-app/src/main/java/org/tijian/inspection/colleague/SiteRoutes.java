package org.tijian.inspection.colleague;

import static org.tijian.inspection.account.SiteRight.DOCUMENTS;
import static org.tijian.inspection.account.SiteRight.FINDINGS;
import static org.tijian.inspection.account.SiteRight.LOGGERS;
import static org.tijian.inspection.account.SiteRight.READINGS;
import static org.tijian.inspection.account.SiteRight.REQUESTS;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tijian.inspection.account.SiteRight;

/**
 * Which routes open with which right, by method and pattern. A route that is not here is closed for
 * colleagues, also one that was added later by somebody who did not think of them. What a route
 * opens it may still refuse: the other rules hold as well.
 */
final class SiteRoutes {
  /** The own account and what everybody reads. */
  private static final Set<String> ALWAYS = new HashSet<>();

  private static final Map<String, Set<SiteRight>> BY_RIGHT = new HashMap<>();

  static {
    always("GET /api/session", "POST /api/session", "DELETE /api/session");
    always("GET /api/session/all", "DELETE /api/session/others", "POST /api/session/password");
    always("GET /api/session/key", "POST /api/session/recovery-code");
    always("POST /api/session/recovery-code/kept", "POST /api/recovery");
    always("GET /api/session/second-factor", "POST /api/session/second-factor");
    always("POST /api/session/second-factor/confirm", "POST /api/session/second-factor/end");
    always("GET /api/notices", "GET /api/notices/unread");
    always("POST /api/notices/read", "POST /api/notices/{id}/read");
    always("GET /api/policies", "GET /api/policies/{version}/changes", "GET /api/terms");
    always("GET /api/heads", "GET /api/numbers", "GET /api/statistics");
    always("GET /api/registration", "POST /api/registration", "GET /api/enterprise");
    always("POST /api/frames/explain");
    readings();
    loggers();
    open("GET /api/documents", DOCUMENTS);
    open("POST /api/documents", DOCUMENTS);
    open("GET /api/documents/{document}/content", DOCUMENTS);
    open("GET /api/outlets/{id}/accuracy-tests", READINGS, DOCUMENTS);
    open("POST /api/outlets/{id}/accuracy-tests", DOCUMENTS);
    open("GET /api/programmes", REQUESTS);
    open("GET /api/programmes/{id}", REQUESTS);
    drafts();
    open("GET /api/checkups", REQUESTS, FINDINGS);
    open("GET /api/checkups/{id}", REQUESTS, FINDINGS);
    open("GET /api/checkups/{id}/pledges", REQUESTS, FINDINGS);
    open("GET /api/checkups/{id}/visit", FINDINGS);
    open("GET /api/checkups/{id}/visit/photos/{photo}", FINDINGS);
    open("GET /api/checkups/{id}/report", FINDINGS);
    open("GET /api/checkups/{id}/follow-up", FINDINGS);
    open("GET /api/checkups/{id}/review", FINDINGS);
  }

  private SiteRoutes() {}

  private static void readings() {
    for (String part :
        new String[] {
          "", "/chart", "/drift", "/gaps", "/replay", "/self-check", "/suggested-topics"
        }) {
      open("GET /api/outlets/{id}" + part, READINGS);
    }
    open("GET /api/outlets/{id}/self-check/counts", READINGS);
    open("GET /api/outlets/{id}/standards", READINGS, LOGGERS);
    open("GET /api/outlets", READINGS, LOGGERS, DOCUMENTS);
  }

  /** To be written, and to be sent by a director. */
  private static void drafts() {
    open("GET /api/drafts", REQUESTS);
    open("POST /api/drafts", REQUESTS);
    open("GET /api/drafts/{id}", REQUESTS);
    open("POST /api/drafts/{id}", REQUESTS);
    open("DELETE /api/drafts/{id}", REQUESTS);
    open("POST /api/drafts/{id}/ready", REQUESTS);
  }

  private static void loggers() {
    open("POST /api/outlets", LOGGERS);
    open("GET /api/factors", LOGGERS);
    open("GET /api/outlet-words", LOGGERS);
    open("GET /api/outlets/{id}/settings", READINGS, LOGGERS);
    open("POST /api/outlets/{id}/settings", LOGGERS);
    open("POST /api/outlets/{id}/point", LOGGERS);
    open("GET /api/outlets/{id}/ledger", LOGGERS);
    open("GET /api/outlets/{id}/quarantine", LOGGERS);
    open("GET /api/outlets/{id}/credentials", LOGGERS);
    open("POST /api/outlets/{id}/credentials", LOGGERS);
    open("DELETE /api/outlets/{id}/credentials/{credentialId}", LOGGERS);
    open("GET /api/loggers", READINGS, LOGGERS);
    open("POST /api/loggers", LOGGERS);
    open("POST /api/waiting-loggers", LOGGERS);
    for (String part : new String[] {"health", "quarantine", "replays", "settings", "commands"}) {
      open("GET /api/loggers/{mn}/" + part, LOGGERS);
    }
    open("GET /api/loggers/{mn}/frames/{id}", LOGGERS);
    for (String part : new String[] {"replays", "settings", "commands", "certificates", "keys"}) {
      open("POST /api/loggers/{mn}/" + part, LOGGERS);
    }
    open("DELETE /api/loggers/{mn}/certificates/{serial}", LOGGERS);
    open("DELETE /api/loggers/{mn}/commands/{id}", LOGGERS);
  }

  private static void always(String... routes) {
    ALWAYS.addAll(Set.of(routes));
  }

  private static void open(String route, SiteRight first, SiteRight... others) {
    BY_RIGHT.put(route, EnumSet.of(first, others));
  }

  /**
   * @param route method and pattern, for example {@code GET /api/outlets/{id}}
   */
  static boolean isOpen(String route, Set<SiteRight> rights) {
    return ALWAYS.contains(route)
        || BY_RIGHT.getOrDefault(route, Set.of()).stream().anyMatch(rights::contains);
  }

  /** Every route of the table: the router must know them. */
  static Set<String> all() {
    Set<String> all = new HashSet<>(ALWAYS);
    all.addAll(BY_RIGHT.keySet());
    return all;
  }
}
