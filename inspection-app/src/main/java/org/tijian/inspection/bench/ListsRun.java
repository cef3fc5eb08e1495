package org.tijian.inspection.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.bench.ListRoutes.Route;
import org.tijian.inspection.bench.ListsBrowser.Answer;
import tools.jackson.databind.JsonNode;

/** Asks every route as every role: the first page, a middle page, and filtered. */
final class ListsRun {
  private static final double TARGET_MILLIS = 200;
  private static final int WARMED = 3;
  private static final int ASKED = 25;
  private static final int MOST_PAGES = 120;
  private static final double LONG_MILLIS = 1_000;
  private static final int FEW = 3;
  private static final double P95 = 0.95;

  /** What says after which row a page begins, and where a row says it. */
  private static final Map<String, List<String>> CURSORS =
      Map.of("after", List.of("id", "position", "number"), "before", List.of("id", "position"));

  /** Values for what narrows a list down. */
  private static final Map<String, List<String>> FILTERS =
      Map.of(
          "order", List.of("due"),
          "text", List.of("99", "示例"),
          "state", List.of("Closed", "Scheduled"),
          "number", List.of("TJ-BENCH-0099"),
          "owner", List.of("office", "expert"),
          "late", List.of("true"),
          "month",
              List.of(LocalDate.now(java.time.ZoneOffset.ofHours(8)).toString().substring(0, 7)));

  /** Answers that are judged, drawn or written when they are asked for, and no lists. */
  private static final Set<String> NO_LISTS =
      Set.of(
          "/api/outlets/{id}/self-check",
          "/api/outlets/{id}/self-check/counts",
          "/api/outlets/{id}/replay",
          "/api/outlets/{id}/chart",
          "/api/outlets/{id}/drift",
          "/api/checkups/{id}/access/file",
          "/api/checkups/{id}/report",
          "/api/checkups/{id}/visit/photos/{photo}",
          "/api/loggers/{mn}/frames/{id}",
          "/api/calendar/{token}",
          "/api/certificates/{code}",
          "/api/checkups/{id}/certificate/file",
          "/api/checkups/{id}/documents/{document}",
          "/api/checkups/{id}/follow-up/files/{file}",
          "/api/documents/{document}/content",
          "/api/drafts/{id}",
          "/api/entries/file",
          "/api/programmes/{id}",
          "/api/policies/{version}/changes");

  private static final String CHECKUPS =
      "select * from checkup order by requested_at desc limit 50";

  /** The same rows as a plain statement. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "/api/checkups office",
          CHECKUPS,
          "/api/checkups gatekeeper",
          CHECKUPS,
          "/api/checkups director",
          "select * from checkup where site_id = 1 order by requested_at desc limit 50",
          "/api/enterprises office",
          "select * from site order by id desc limit 50",
          "/api/complaints gatekeeper",
          "select * from complaint order by at desc limit 50",
          "/api/notices director",
          "select n.* from notice n join account a on a.id = n.account_id where a.username = 'bench-director'"
              + " order by position desc limit 50");

  private final ListsWorld world;
  private final ListRoutes routes;
  private final PrintStream out;
  private final TreeSet<String> slow = new TreeSet<>();

  ListsRun(ListsWorld world, ListRoutes routes, PrintStream out) {
    this.world = world;
    this.routes = routes;
    this.out = out;
  }

  /** False if a list is too slow or a route could not be asked. */
  boolean all() throws SQLException {
    List<String> notAsked = new ArrayList<>();
    out.printf(
        "%-46s %-10s %-22s %6s %8s %8s %9s%n",
        "route", "role", "page", "rows", "p50 ms", "p95 ms", "plain SQL");
    for (Route route : routes.routes()) {
      if (NO_LISTS.contains(route.path())) {
        continue;
      }
      if (world.path(route).contains("{")) {
        notAsked.add(route.path());
        continue;
      }
      boolean answered = false;
      for (Role role : Role.values()) {
        answered |= of(route, role);
      }
      if (!answered) {
        notAsked.add(route.path());
      }
    }
    notAsked.forEach(path -> out.println("CHECK not asked, and not known to be no list: " + path));
    out.printf(
        Locale.ROOT,
        "CHECK %d routes, lists above %.0f ms: %s%n",
        routes.routes().size(),
        TARGET_MILLIS,
        slow.isEmpty() ? "none" : slow);
    return slow.isEmpty() && notAsked.isEmpty();
  }

  /** False if the role gets no answer. */
  private boolean of(Route route, Role role) throws SQLException {
    String path = world.path(route);
    ListsBrowser browser = world.browser(role);
    Answer first = browser.get(path);
    if (first.status() / 100 != 2) {
      return false;
    }
    if (rows(first).isEmpty()) {
      return true;
    }
    measure(route, role, "first", path);
    for (String cursor : CURSORS.keySet()) {
      if (route.takes(cursor)) {
        Optional<String> middle = middle(browser, route, path, cursor);
        if (middle.isPresent()) {
          measure(route, role, "middle", middle.get());
        }
      }
    }
    for (Map.Entry<String, List<String>> filter : FILTERS.entrySet()) {
      if (route.takes(filter.getKey())) {
        for (String value : filter.getValue()) {
          measure(route, role, filter.getKey() + "=" + value, with(path, filter.getKey(), value));
        }
      }
    }
    return true;
  }

  /** Goes on page by page to the end, and comes back to the middle. */
  private Optional<String> middle(ListsBrowser browser, Route route, String path, String cursor) {
    String here = route.takes("limit") ? path + "?limit=100" : path;
    List<String> passed = new ArrayList<>();
    String last = null;
    while (passed.size() < MOST_PAGES) {
      Answer answer = browser.get(last == null ? here : with(here, cursor, last));
      if (answer.status() != 200) {
        break;
      }
      if (last != null) {
        passed.add(last);
      }
      last = cursor(answer, cursor);
      if (last == null || passed.contains(last)) {
        break;
      }
    }
    // Of a list of one page there is no other.
    return passed.size() < 2
        ? Optional.empty()
        : Optional.of(with(path, cursor, passed.get(passed.size() / 2 - 1)));
  }

  private static @Nullable String cursor(Answer answer, String cursor) {
    JsonNode next = answer.tree().path("next");
    if (!next.isMissingNode()) {
      return next.isNull() ? null : next.asString();
    }
    JsonNode rows = rows(answer).orElseThrow();
    if (rows.isEmpty()) {
      return null;
    }
    JsonNode last = rows.get(rows.size() - 1);
    return CURSORS.getOrDefault(cursor, List.of()).stream()
        .filter(last::has)
        .findFirst()
        .map(name -> last.path(name).asString())
        .orElse(null);
  }

  private static String with(String path, String name, String value) {
    String written = java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    return path + (path.contains("?") ? "&" : "?") + name + "=" + written;
  }

  /** The list that the answer is or has; empty if it is none. */
  private static Optional<JsonNode> rows(Answer answer) {
    if (!answer.isJson()) {
      return Optional.empty();
    }
    JsonNode tree = answer.tree();
    if (tree.isArray()) {
      return Optional.of(tree);
    }
    return tree.valueStream()
        .filter(JsonNode::isArray)
        .max((a, b) -> Integer.compare(a.size(), b.size()));
  }

  private void measure(Route route, Role role, String page, String path) throws SQLException {
    ListsBrowser browser = world.browser(role);
    int rows = 0;
    int asked = ASKED;
    double[] millis = new double[ASKED];
    for (int i = -WARMED; i < asked; i++) {
      long start = System.nanoTime();
      Answer answer = browser.get(path);
      double took = (System.nanoTime() - start) / 1e6;
      if (answer.status() == 400) {
        // A word that this list does not know.
        return;
      }
      if (answer.status() != 200) {
        throw new IllegalStateException("%s %s %d".formatted(role, path, answer.status()));
      }
      rows = rows(answer).map(JsonNode::size).orElse(0);
      // What takes seconds is too slow after a few times, too.
      asked = took > LONG_MILLIS ? Math.min(asked, FEW) : asked;
      if (i >= 0) {
        millis[i] = took;
      }
    }
    Arrays.sort(millis, 0, asked);
    double p95 = millis[(int) Math.ceil(P95 * asked) - 1];
    String plain = PLAIN.get(route.path() + " " + role.word());
    boolean isFirst = page.equals("first");
    out.printf(
        Locale.ROOT,
        "%-46s %-10s %-22s %6d %8.1f %8.1f %9s%n",
        route.path(),
        role.word(),
        page,
        rows,
        millis[asked / 2],
        p95,
        plain == null || !isFirst ? "" : reference(route, plain, millis[asked / 2]));
    if (p95 > TARGET_MILLIS) {
      slow.add(route.path() + " " + role.word() + " " + page);
    }
  }

  /** Median of the plain statement, and how many times as long the page takes. */
  private String reference(Route route, String plain, double median) throws SQLException {
    double alone = world.fill.reference(!route.path().equals("/api/enterprises"), plain);
    return String.format(Locale.ROOT, "%.1f (%.0f)", alone, median / alone);
  }
}
