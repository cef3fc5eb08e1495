package org.tijian.inspection;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;

/**
 * Everybody on every route that the router knows. A route that is in no row fails, as does a row
 * without a route. Whoever is refused gets the very bytes that an id gets which does not exist, in
 * whatever state the check-up is. What opens in which state stands in {@code AccessMatrixTests}.
 */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTests {
  private static final List<String> EVERYBODY =
      List.of(
          "nobody",
          "director",
          "foreign-director",
          "expert",
          "other-expert",
          "office",
          "gatekeeper");

  /** Status for {@link #EVERYBODY}, with a check-up of the state that is named. */
  private static final String TABLE =
      """
      GET    /actuator                                          -          401 403 403 403 403 403 403
      GET    /actuator/health                                   -          200 200 200 200 200 200 200
      GET    /actuator/health/**                                -          401 403 403 403 403 403 403
      GET    /api/calendar/{token}                              -          403 403 403 403 403 403 403
      GET    /api/checkups                                      -          401 200 200 200 200 200 200
      POST   /api/checkups                                      -          401 400 400 403 403 403 403
      GET    /api/checkups/counts                               -          401 200 200 200 200 200 200
      GET    /api/checkups/{id}                                 Closing    401 200 403 200 403 200 200
      POST   /api/checkups/{id}/accept                          Closed     401 403 403 403 403 409 403
      GET    /api/checkups/{id}/access                          Closing    401 200 403 403 403 403 403
      GET    /api/checkups/{id}/access/file                     Closing    401 200 403 403 403 403 403
      GET    /api/certificates                                  -          401 403 403 403 403 200 403
      GET    /api/certificates/{code}                           -          200 200 200 200 200 200 200
      GET    /api/checkups/{id}/certificate                     Closed     401 200 403 403 403 200 403
      GET    /api/checkups/{id}/certificate/file                Closed     401 409 403 403 403 409 403
      POST   /api/checkups/{id}/certificate/revoke              Closed     401 409 403 403 403 400 403
      POST   /api/checkups/{id}/close-meeting                   Closed     401 403 403 409 403 403 403
      POST   /api/checkups/{id}/destroy                         Closed     401 400 403 403 403 403 403
      GET    /api/checkups/{id}/documents                       Scheduled  401 200 403 200 403 403 403
      POST   /api/checkups/{id}/documents                       Scheduled  401 400 403 403 403 403 403
      GET    /api/checkups/{id}/documents/{document}            Scheduled  401 403 403 403 403 403 403
      GET    /api/checkups/{id}/follow-up                       Closing    401 200 403 200 403 403 403
      POST   /api/checkups/{id}/follow-up/complete              Closing    401 409 403 403 403 403 403
      POST   /api/checkups/{id}/follow-up/dates                 Closing    401 400 403 403 403 403 403
      POST   /api/checkups/{id}/follow-up/dissents              Closing    401 400 403 403 403 403 403
      POST   /api/checkups/{id}/follow-up/files                 Closing    401 400 403 403 403 403 403
      GET    /api/checkups/{id}/follow-up/files/{file}          Closing    401 403 403 403 403 403 403
      GET    /api/checkups/{id}/follow-up/overview              Closing    401 200 403 403 403 403 403
      POST   /api/checkups/{id}/follow-up/proofs                Closing    401 200 403 403 403 403 403
      POST   /api/checkups/{id}/follow-up/reminder              Closing    401 200 403 403 403 403 403
      POST   /api/checkups/{id}/follow-up/steps                 Closing    401 400 403 400 403 403 403
      POST   /api/checkups/{id}/pause                           Paused     401 403 403 409 403 403 403
      POST   /api/checkups/{id}/pause/acted                     Paused     401 409 403 403 403 403 403
      POST   /api/checkups/{id}/pause/heard                     Paused     401 200 403 403 403 403 403
      POST   /api/checkups/{id}/pause/resume                    Paused     401 403 403 409 403 403 403
      POST   /api/checkups/{id}/pause/vote                      Paused     401 403 403 403 403 403 200
      GET    /api/checkups/{id}/pauses                          Paused     401 200 403 200 403 200 200
      GET    /api/checkups/{id}/rating                          Closed     401 200 403 403 403 403 403
      POST   /api/checkups/{id}/rating                          Closed     401 200 403 403 403 403 403
      POST   /api/checkups/{id}/receive                         Closed     401 409 403 403 403 403 403
      GET    /api/checkups/{id}/report                          Closing    401 200 403 200 403 403 403
      POST   /api/checkups/{id}/remedies                        InProgress 401 403 403 400 403 403 403
      POST   /api/checkups/{id}/remedies/look                   InProgress 401 403 403 400 403 403 403
      POST   /api/checkups/{id}/refuse-expert                   Closed     401 409 403 403 403 403 403
      POST   /api/experts                                       -          401 403 403 403 403 400 403
      POST   /api/experts/{id}/absences                         -          401 403 403 400 403 400 403
      DELETE /api/experts/{id}/absences/{absence}               -          401 403 403 200 403 200 403
      GET    /api/experts/{id}/profile                          -          401 403 403 200 403 200 403
      POST   /api/experts/{id}/profile                          -          401 403 403 400 403 400 403
      POST   /api/experts/{id}/ties                             -          401 403 403 400 403 400 403
      POST   /api/experts/{id}/ties/{tie}/end                   -          401 403 403 400 403 400 403
      GET    /api/appointments                                  -          401 403 403 403 403 200 403
      GET    /api/matching                                      -          401 403 403 403 403 200 403
      POST   /api/matching                                      -          401 403 403 403 403 400 403
      POST   /api/matching/confirm                              -          401 403 403 403 403 400 403
      GET    /api/site-ties                                     -          401 200 200 403 403 403 403
      POST   /api/site-ties                                     -          401 400 400 403 403 403 403
      POST   /api/checkups/{id}/reschedule                      Closed     401 403 403 403 403 409 403
      GET    /api/checkups/{id}/review                          Scheduled  401 200 403 200 403 403 403
      POST   /api/checkups/{id}/review/questions                Scheduled  401 403 403 400 403 403 403
      POST   /api/checkups/{id}/review/questions/drop           Scheduled  401 403 403 400 403 403 403
      POST   /api/checkups/{id}/review/questions/send           Scheduled  401 403 403 400 403 403 403
      POST   /api/checkups/{id}/review/replies                  Scheduled  401 400 403 403 403 403 403
      GET    /api/checkups/{id}/joinable                        Accepted   401 403 403 403 403 200 403
      GET    /api/checkups/{id}/pledges                         Scheduled  401 200 403 200 403 200 200
      POST   /api/checkups/{id}/pledges                         Scheduled  401 403 403 400 403 403 403
      GET    /api/checkups/{id}/questions                       Scheduled  401 200 403 200 403 403 403
      POST   /api/checkups/{id}/questions                       Scheduled  401 400 403 403 403 403 403
      GET    /api/checkups/{id}/request                         Closing    401 200 403 200 403 200 200
      POST   /api/checkups/{id}/request                         Closing    401 400 403 403 403 403 403
      POST   /api/checkups/{id}/schedule                        Closed     401 403 403 403 403 409 403
      GET    /api/checkups/{id}/slip                            Scheduled  401 200 403 200 403 200 200
      POST   /api/checkups/{id}/slip/passages                   Scheduled  401 400 403 400 403 403 403
      POST   /api/checkups/{id}/start                           Closed     401 403 403 409 403 403 403
      GET    /api/checkups/{id}/visit                           InProgress 401 200 403 200 403 403 403
      POST   /api/checkups/{id}/visit/advice                    InProgress 401 403 403 200 403 403 403
      POST   /api/checkups/{id}/visit/answers                   InProgress 401 403 403 200 403 403 403
      POST   /api/checkups/{id}/visit/photos                    InProgress 401 403 403 400 403 403 403
      GET    /api/checkups/{id}/visit/photos/{photo}            InProgress 401 403 403 403 403 403 403
      POST   /api/checkups/{id}/withdraw                        Closed     401 409 403 403 403 403 403
      GET    /api/colleagues                                    -          401 200 200 403 403 403 403
      POST   /api/colleagues                                    -          401 400 400 403 403 403 403
      DELETE /api/colleagues/{id}                               -          401 403 403 403 403 403 403
      POST   /api/colleagues/{id}/rights                        -          401 403 403 403 403 403 403
      GET    /api/complaints                                    -          401 200 200 403 403 403 200
      POST   /api/complaints                                    -          401 400 400 403 403 403 403
      POST   /api/complaints/{id}/answer                        -          401 403 403 403 403 403 403
      GET    /api/enterprise                                    -          401 200 200 403 403 403 403
      POST   /api/enterprise                                    -          401 400 400 403 403 403 403
      POST   /api/enterprise/point                              -          401 204 204 403 403 403 403
      GET    /api/enterprises                                   -          401 403 403 403 403 200 403
      GET    /api/enterprises/waiting                           -          401 403 403 403 403 200 403
      POST   /api/enterprises/{id}/ask                          -          401 403 403 403 403 403 403
      POST   /api/enterprises/{id}/confirm                      -          401 403 403 403 403 403 403
      GET    /api/documents                                     -          401 200 200 403 403 403 403
      POST   /api/documents                                     -          401 400 400 403 403 403 403
      GET    /api/documents/access                              -          401 200 200 403 403 403 403
      GET    /api/documents/certificates                        -          401 200 200 403 403 403 403
      GET    /api/documents/{document}/content                  -          401 403 403 403 403 403 403
      POST   /api/documents/{document}/destroy                  -          401 403 403 403 403 403 403
      GET    /api/entries                                       -          401 403 403 403 403 200 403
      GET    /api/entries/file                                  -          401 403 403 403 403 200 403
      POST   /api/entry                                         -          400 400 400 400 400 400 400
      GET    /api/drafts                                        -          401 200 200 403 403 403 403
      POST   /api/drafts                                        -          401 200 200 403 403 403 403
      DELETE /api/drafts/{id}                                   -          401 403 403 403 403 403 403
      GET    /api/drafts/{id}                                   -          401 403 403 403 403 403 403
      POST   /api/drafts/{id}                                   -          401 403 403 403 403 403 403
      POST   /api/drafts/{id}/ready                             -          401 403 403 403 403 403 403
      POST   /api/drafts/{id}/submit                            -          401 403 403 403 403 403 403
      GET    /api/experts                                       -          401 403 403 403 403 200 403
      GET    /api/factors                                       -          401 200 200 403 403 403 403
      POST   /api/frames/explain                                -          401 200 200 200 200 200 200
      GET    /api/heads                                         -          200 200 200 200 200 200 200
      GET    /api/loggers                                       -          401 200 200 403 403 403 403
      POST   /api/loggers                                       -          401 400 400 403 403 403 403
      POST   /api/loggers/{mn}/certificates                     -          401 400 403 403 403 403 403
      DELETE /api/loggers/{mn}/certificates/{serial}            -          401 403 403 403 403 403 403
      GET    /api/loggers/{mn}/commands                         -          401 200 403 403 403 403 403
      POST   /api/loggers/{mn}/commands                         -          401 200 403 403 403 403 403
      DELETE /api/loggers/{mn}/commands/{id}                    -          401 403 403 403 403 403 403
      GET    /api/loggers/{mn}/frames/{id}                      -          401 403 403 403 403 403 403
      GET    /api/loggers/{mn}/health                           -          401 200 403 403 403 403 403
      POST   /api/loggers/{mn}/keys                             -          401 400 403 403 403 403 403
      GET    /api/loggers/{mn}/quarantine                       -          401 200 403 403 403 403 403
      GET    /api/loggers/{mn}/replays                          -          401 200 403 403 403 403 403
      POST   /api/loggers/{mn}/replays                          -          401 200 403 403 403 403 403
      GET    /api/loggers/{mn}/settings                         -          401 200 403 403 403 403 403
      POST   /api/loggers/{mn}/settings                         -          401 400 403 403 403 403 403
      GET    /api/notices                                       -          401 200 200 200 200 200 200
      POST   /api/notices/read                                  -          401 204 204 204 204 204 204
      GET    /api/notices/unread                                -          401 200 200 200 200 200 200
      POST   /api/notices/{id}/read                             -          401 403 403 403 403 403 403
      GET    /api/numbers                                       -          200 200 200 200 200 200 200
      GET    /api/office/clocks                                 -          401 403 403 403 403 200 403
      GET    /api/office/late                                   -          401 403 403 403 403 403 403
      GET    /api/office/late/steps                             -          401 403 403 403 403 403 403
      GET    /api/office/people                                 -          401 403 403 403 403 403 403
      POST   /api/office/people                                 -          401 403 403 403 403 403 403
      GET    /api/office/dashboard                              -          401 403 403 403 403 200 403
      GET    /api/outlet-words                                  -          401 200 200 403 403 403 403
      GET    /api/outlets                                       -          401 200 200 200 200 403 403
      POST   /api/outlets                                       -          401 400 400 403 403 403 403
      GET    /api/outlets/{id}                                  -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/accuracy-tests                   -          401 200 403 403 403 403 403
      POST   /api/outlets/{id}/accuracy-tests                   -          401 200 403 403 403 403 403
      GET    /api/outlets/{id}/chart                            -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/credentials                      -          401 200 403 403 403 403 403
      POST   /api/outlets/{id}/credentials                      -          401 200 403 403 403 403 403
      DELETE /api/outlets/{id}/credentials/{credentialId}       -          401 403 403 403 403 403 403
      GET    /api/outlets/{id}/drift                            -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/gaps                             -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/ledger                           -          401 200 403 403 403 403 403
      POST   /api/outlets/{id}/point                            -          401 204 403 403 403 403 403
      GET    /api/outlets/{id}/quarantine                       -          401 200 403 403 403 403 403
      GET    /api/outlets/{id}/replay                           -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/self-check                       -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/self-check/counts                -          401 200 403 200 403 403 403
      GET    /api/outlets/{id}/settings                         -          401 200 403 403 403 403 403
      POST   /api/outlets/{id}/settings                         -          401 400 403 403 403 403 403
      GET    /api/outlets/{id}/suggested-topics                 -          401 200 403 403 403 403 403
      GET    /api/outlets/{id}/standards                        -          401 200 403 200 403 403 403
      GET    /api/policies                                      -          401 200 200 200 200 200 200
      GET    /api/policies/{version}/changes                    -          401 200 200 200 200 200 200
      GET    /api/profile                                       -          401 200 200 403 403 403 403
      POST   /api/profile                                       -          401 200 200 403 403 403 403
      GET    /api/programmes                                    -          401 200 200 403 403 200 403
      POST   /api/programmes                                    -          401 403 403 403 403 400 403
      GET    /api/programmes/{id}                               -          401 403 403 403 403 403 403
      POST   /api/programmes/{id}                               -          401 403 403 403 403 403 403
      POST   /api/programmes/{id}/end                           -          401 403 403 403 403 403 403
      POST   /api/programmes/{id}/publish                       -          401 403 403 403 403 403 403
      POST   /api/recovery                                      -          400 400 400 400 400 400 400
      GET    /api/registration                                  -          200 200 200 200 200 200 200
      POST   /api/registration                                  -          400 400 400 400 400 400 400
      GET    /api/remedies/codes                                -          401 200 200 200 200 200 200
      POST   /api/remedies/search                               -          401 200 200 200 200 200 200
      GET    /api/remedies/waiting                              -          401 403 403 200 200 200 403
      POST   /api/remedies/{id}/decide                          -          401 403 403 403 403 403 403
      POST   /api/remedies/{id}/withdraw                        -          401 403 403 403 403 403 403
      DELETE /api/session                                       -          401   -   -   -   -   -   -
      GET    /api/session                                       -          200 200 200 200 200 200 200
      POST   /api/session                                       -          401   -   -   -   -   -   -
      GET    /api/session/all                                   -          401 200 200 200 200 200 200
      GET    /api/session/key                                   -          401 200 200 200 200 200 200
      DELETE /api/session/calendar-feed                         -          401 200 200 200 200 200 200
      GET    /api/session/calendar-feed                         -          401 200 200 200 200 200 200
      POST   /api/session/calendar-feed                         -          401 200 200 200 200 200 200
      DELETE /api/session/mail-address                          -          401 200 200 200 200 200 200
      GET    /api/session/mail-address                          -          401 200 200 200 200 200 200
      POST   /api/session/mail-address                          -          401 400 400 400 400 400 400
      POST   /api/session/mail-address/confirm                  -          401 409 409 409 409 409 409
      DELETE /api/session/others                                -          401 204 204 204 204 204 204
      POST   /api/session/password                              -          401 400 400 400 400 400 400
      POST   /api/session/recovery-code                         -          401 200 200 200 200 403 200
      POST   /api/session/recovery-code/kept                    -          401 204 204 204 204 204 204
      GET    /api/session/second-factor                         -          401 200 200 200 200 200 200
      POST   /api/session/second-factor                         -          401 400 400 400 400 400 400
      POST   /api/session/second-factor/confirm                 -          401 400 400 400 400 400 400
      POST   /api/session/second-factor/end                     -          401 400 400 400 400 400 400
      GET    /api/statistics/like-mine                          -          401 200 200 403 403 403 403
      GET    /api/sheet/export                                  -          401 200 200 403 403 403 403
      POST   /api/sheet/import                                  -          401 400 400 403 403 403 403
      POST   /api/sheet/preview                                 -          401 400 400 403 403 403 403
      GET    /api/sheet/template                                -          401 200 200 403 403 403 403
      GET    /api/statistics                                    -          401 200 200 200 200 200 200
      GET    /api/terms                                         -          401 200 200 200 200 200 200
      POST   /api/waiting-loggers                               -          401 404 404 403 403 403 403
      GET    /error                                             -          404 404 404 404 404 404 404
      """;

  /** What is sent where an empty object would be refused before anybody asks who sent it. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          entry("POST /api/session", "{\"username\": \"nobody-at-all\", \"password\": \"x\"}"),
          entry(
              "POST /api/checkups/{id}/visit/answers",
              CheckupWorld.answer("S06", "improvement", "x")),
          entry("POST /api/checkups/{id}/visit/advice", CheckupWorld.advice("x", "x")),
          entry("POST /api/checkups/{id}/pause", "{\"kind\": \"outside-programme\"}"),
          entry("POST /api/checkups/{id}/pause/vote", "{\"applies\": false}"),
          entry("POST /api/checkups/{id}/rating", "{\"stars\": 5}"),
          entry("POST /api/outlets/{id}/credentials", "{\"label\": \"x\"}"),
          entry(
              "POST /api/outlets/{id}/accuracy-tests",
              """
              {"factor": "a21002", "testedOn": "2026-11-01", "laboratory": "x", "unit": "mg/m3",
               "pairs": [{"reference": 1, "monitor": 1}, {"reference": 1, "monitor": 1},
                         {"reference": 1, "monitor": 1}]}
              """),
          entry("POST /api/loggers/{mn}/commands", "{\"kind\": \"CLOCK_READ\"}"),
          entry(
              "POST /api/waiting-loggers",
              "{\"mn\": \"88888880000009\", \"password\": \"123456\"}"),
          entry("POST /api/frames/explain", "{\"text\": \"##0000\"}"));

  private static final Map<String, String> QUERIES =
      Map.of(
          "GET /api/appointments",
          "?from=2026-12-01&until=2026-12-31",
          "GET /api/outlets/{id}/chart",
          "?factor=a21002&kind=HOUR&from=2026-11-01T00:00:00Z&until=2026-11-02T00:00:00Z",
          "GET /api/outlets/{id}/drift",
          "?factor=a21002",
          "GET /api/entries",
          "?from=2026-12-01&until=2026-12-07",
          "GET /api/entries/file",
          "?from=2026-12-01&until=2026-12-07");

  private static final String MN = "88888880000001";

  @Autowired private CheckupWorld world;
  @Autowired private WebApplicationContext context;
  private final Map<String, UUID> checkups = new LinkedHashMap<>();
  private MockMvc http;

  /**
   * One route and what everybody gets there.
   *
   * @param state of the check-up, or {@code -} where there is none
   */
  private record Row(String route, String state, List<String> statuses) {
    boolean isOfCheckup() {
      return route.contains("/checkups/{id}");
    }

    boolean namesSomething() {
      return route.contains("{");
    }

    String method() {
      return route.substring(0, route.indexOf(' '));
    }

    String path() {
      return route.substring(route.indexOf(' ') + 1);
    }
  }

  @BeforeAll
  void oneCheckupInEveryState() {
    http = webAppContextSetup(context).apply(springSecurity()).build();
    checkups.put("Requested", world.requested());
    checkups.put("Accepted", world.accepted());
    checkups.put("Scheduled", world.scheduled(world.expert));
    checkups.put("InProgress", world.inProgress(world.expert));
    checkups.put("Paused", world.paused(world.inProgress(world.expert), "outside-programme"));
    checkups.put("Excluded", world.excluded(world.inProgress(world.expert)));
    checkups.put("Closing", world.closing(world.expert));
    checkups.put("Closed", world.closed(world.expert));
    checkups.put("Withdrawn", world.step(world.requested(), world.director, "withdraw", "{}"));
    String logger =
        "{\"outletId\": %d, \"mn\": \"%s\", \"password\": \"123456\"}"
            .formatted(world.outlet.id(), MN);
    world.post(world.director, "/api/loggers", logger).ok();
  }

  @Test
  void everyRouteOfTheRouterIsInTheTableAndNoOther() {
    assertThat(routes()).hasSizeGreaterThan(50);
    assertThat(rows().stream().map(Row::route)).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(rows().stream().map(Row::route).toList())).isEqualTo(routes());
  }

  @TestFactory
  Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.route(), () -> assertAnswers(row)));
  }

  private void assertAnswers(Row row) {
    List<String> statuses = new ArrayList<>();
    for (int i = 0; i < EVERYBODY.size(); i++) {
      boolean asked = !row.statuses().get(i).equals("-");
      statuses.add(asked ? ask(EVERYBODY.get(i), row, row.state(), false).status() + "" : "-");
    }

    assertThat(statuses).as("%s for %s", row.route(), EVERYBODY).isEqualTo(row.statuses());
  }

  @Test
  void aListNamesNoCheckupOfOthers() {
    for (Account stranger : List.of(world.foreignDirector, world.otherExpert)) {
      String list = world.get(stranger, "/api/checkups").ok().body();

      checkups.values().forEach(id -> assertThat(list).doesNotContain(id.toString()));
    }
  }

  @TestFactory
  Stream<DynamicTest> whoIsRefusedLearnsNothing() {
    return rows().stream()
        .filter(Row::namesSomething)
        .map(row -> DynamicTest.dynamicTest(row.route(), () -> assertRefusals(row)));
  }

  private void assertRefusals(Row row) {
    for (int i = 0; i < EVERYBODY.size(); i++) {
      if (!Set.of("401", "403").contains(row.statuses().get(i))) {
        continue;
      }
      String who = EVERYBODY.get(i);
      Got unknown = ask(who, row, row.state(), true);
      for (String state : row.isOfCheckup() ? checkups.keySet() : Set.of(row.state())) {
        assertThat(ask(who, row, state, false))
            .as("%s on %s in %s", who, row.route(), state)
            .isEqualTo(unknown);
        assertThat(unknown.status() + "").isEqualTo(row.statuses().get(i));
      }
    }
  }

  /** What came back, as far as a person can tell it from another answer. */
  private record Got(int status, String body) {}

  private Got ask(String who, Row row, String state, boolean unknown) {
    String path = path(row, state, unknown);
    String body = BODIES.getOrDefault(row.route(), "{}");
    Account account = account(who);
    if (account == null) {
      return nobody(row.method(), path, body);
    }
    CheckupWorld.Answer answer =
        switch (row.method()) {
          case "GET" -> world.get(account, path);
          case "DELETE" -> world.delete(account, path);
          default -> world.post(account, path, body);
        };
    return new Got(answer.status(), answer.body());
  }

  private Got nobody(String method, String path, String body) {
    try {
      MockHttpServletResponse response =
          http.perform(
                  request(HttpMethod.valueOf(method), path)
                      .contentType(MediaType.APPLICATION_JSON)
                      .content(body)
                      .with(csrf()))
              .andReturn()
              .getResponse();
      return new Got(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  private String path(Row row, String state, boolean unknown) {
    String path = row.path() + QUERIES.getOrDefault(row.route(), "");
    String checkup = (unknown ? UUID.randomUUID() : checkups.get(state)) + "";
    String outlet = unknown ? "999999" : Long.toString(world.outlet.id());
    return path.replace("/checkups/{id}", "/checkups/" + checkup)
        .replace("/outlets/{id}", "/outlets/" + outlet)
        .replace("{mn}", unknown ? "99999990000009" : MN)
        .replace("/experts/{id}", "/experts/" + (unknown ? UUID.randomUUID() : world.expert.id()))
        .replace("{absence}", UUID.randomUUID().toString())
        .replace("{tie}", UUID.randomUUID().toString())
        .replace("{photo}", UUID.randomUUID().toString())
        .replace("{document}", UUID.randomUUID().toString())
        .replace("{version}", unknown ? "1999-1" : "2026-2")
        .replaceAll("\\{[a-zA-Z]+}", "999999");
  }

  private @Nullable Account account(String who) {
    return Stream.of(
            world.director,
            world.foreignDirector,
            world.expert,
            world.otherExpert,
            world.office,
            world.gatekeeper)
        .filter(account -> account.username().equals(who))
        .findFirst()
        .orElse(null);
  }

  private Set<String> routes() {
    return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(RouteTests::routes)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> routes(RequestMappingInfo info) {
    List<String> methods =
        info.getMethodsCondition().getMethods().isEmpty()
            ? List.of("GET")
            : info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    return methods.stream()
        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    TABLE
        .lines()
        .map(line -> line.strip().split(" +"))
        .forEach(
            words ->
                rows.add(
                    new Row(
                        words[0] + " " + words[1],
                        words[2],
                        List.of(words).subList(3, words.length))));
    return rows;
  }
}
