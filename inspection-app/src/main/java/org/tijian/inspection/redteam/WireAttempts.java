package org.tijian.inspection.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a server tells beside its answers: logs, errors, metrics, caches, statistics. */
final class WireAttempts {
  static final List<Attempt> ALL =
      List.of(
          Attempt.of(
              "logs",
              "读日志的人",
              "Reader of the logs",
              "把所有日志级别设为DEBUG，找已知原文、口令和会话",
              "has every logger write at DEBUG and looks for what was said, passwords and sessions",
              "转述请求和答复的日志被滤掉",
              "loggers that repeat requests and answers are silenced",
              WireAttempts::logs),
          Attempt.of(
              "error-messages",
              "制造错误的人",
              "Somebody who makes errors",
              "发送错误的编号、类型和数据库不接受的字符，看错误信息",
              "sends malformed ids, wrong types and characters that the database refuses, and reads the errors",
              "错误只有固定的句子",
              "errors are fixed sentences",
              WireAttempts::errors),
          Attempt.of(
              "metrics",
              "看指标和接口说明的人",
              "Reader of metrics and descriptions",
              "访问运行指标、内存转储、环境和接口说明的常见地址",
              "asks the usual addresses of metrics, heap dumps, environment and OpenAPI",
              "只开放健康状态",
              "nothing but health is there",
              WireAttempts::metrics),
          Attempt.of(
              "caches",
              "共用电脑或代理的下一个人",
              "The next person at a shared computer or proxy",
              "看每个接口答复是否允许缓存",
              "looks whether any answer of the API may be kept by a cache",
              "每个答复都标明不得保存",
              "every answer says no-store",
              WireAttempts::caches),
          Attempt.of(
              "statistics-differencing",
              "做差分的人",
              "Somebody who subtracts statistics",
              "在统计上加各种过滤条件并比较；看单个企业的数字是否出现",
              "adds filters to the statistics and compares; looks for figures of one enterprise alone",
              "没有过滤条件；不足五家不公布",
              "there are no filters, and nothing of fewer than five enterprises",
              WireAttempts::statistics));

  private static final List<String> INSIDES =
      List.of(
          "org.tijian", "Exception", "org.postgresql", "sealed.", "select ", "\tat ", "jackson");

  private WireAttempts() {}

  private static Outcome logs(Target target) {
    byte[] log = target.log().get();
    List<Needle> needles = new ArrayList<>(target.said());
    Stream.of(target.people().director(), target.closed().expert())
        .map(
            person ->
                Needle.of(
                    "password of " + person.username(),
                    person.password().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .forEach(needles::add);
    List<String> found = Needle.in(log, needles);
    if (log.length < 10_000) {
      return Outcome.notTried("only %d bytes were logged".formatted(log.length));
    }
    return found.isEmpty()
        ? Outcome.stopped("nothing in %d bytes".formatted(log.length))
        : Outcome.succeeded(found.get(0));
  }

  private static Outcome errors(Target target) {
    Visitor visitor = target.signedIn(target.people().foreignDirector());
    List<Visitor.Answer> answers =
        List.of(
            visitor.get("/api/checkups/not-an-id/report"),
            visitor.get("/api/checkups/%00/visit"),
            visitor.get(target.closed().path("/report")),
            visitor.get("/api/outlets/x"),
            visitor.get("/api/outlets/99999999999999999999"),
            visitor.get("/api/no/such/route"),
            visitor.post("/api/checkups", "{\"outletIds\": \"x\"}"),
            visitor.post("/api/checkups", "{\"outletIds\": "),
            visitor.post(target.closed().path("/visit/answers"), "[]"),
            visitor.post("/api/session", "{\"username\": \"a\\u0000b\", \"password\": \"x\"}"),
            visitor.post("/api/outlets", "{\"code\": \"\\u0000\", \"nameZh\": \"\\u0000\"}"));
    for (Visitor.Answer answer : answers) {
      String text = answer.text();
      if (answer.ok()
          || INSIDES.stream().anyMatch(text::contains)
          || !Needle.in(answer.body(), target.said()).isEmpty()) {
        return Outcome.succeeded(answer.status() + " " + text.lines().findFirst().orElse(""));
      }
    }
    return Outcome.stopped(
        String.join(", ", answers.stream().map(Visitor.Answer::told).distinct().toList()));
  }

  private static Outcome metrics(Target target) {
    Visitor visitor = target.signedIn(target.people().office());
    List<String> paths =
        List.of(
            "/actuator",
            "/actuator/metrics",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/threaddump",
            "/actuator/loggers",
            "/actuator/prometheus",
            "/actuator/httpexchanges",
            "/actuator/sessions",
            "/actuator/mappings",
            "/v3/api-docs",
            "/api-docs",
            "/openapi.json",
            "/swagger-ui.html",
            "/h2-console",
            "/metrics");
    for (String path : paths) {
      Visitor.Answer answer = visitor.get(path);
      String type = answer.response().headers().firstValue("Content-Type").orElse("");
      if (answer.ok() && !type.startsWith("text/html")) {
        return Outcome.succeeded(path);
      }
    }
    JsonNode health = visitor.get("/actuator/health").tree();
    return !health.has("components") && !health.has("details")
        ? Outcome.stopped(
            "%d addresses tell nothing; health says %s".formatted(paths.size(), health))
        : Outcome.succeeded("health says " + health);
  }

  private static Outcome caches(Target target) {
    Visitor director = target.signedIn(target.people().director());
    Visit visit = target.closed();
    List<String> paths =
        List.of(
            "/api/session",
            "/api/checkups",
            visit.path(""),
            visit.path("/visit"),
            visit.path("/report"),
            visit.path("/access"),
            visit.path("/visit/photos/" + visit.photo()));
    for (String path : paths) {
      Visitor.Answer answer = director.get(path).required();
      if (!answer
          .response()
          .headers()
          .firstValue("Cache-Control")
          .orElse("")
          .contains("no-store")) {
        return Outcome.succeeded(path + " may be kept");
      }
    }
    return Outcome.stopped("no-store on %d answers".formatted(paths.size()));
  }

  private static Outcome statistics(Target target) {
    Visitor visitor = target.signedIn(target.people().otherExpert());
    Visitor.Answer all = visitor.get("/api/statistics");
    if (all.status() == 404) {
      return Outcome.notTried("there are no statistics");
    }
    for (String filter :
        List.of(
            "sector=22",
            "province=110000",
            "size=small",
            "quarter=2026Q4",
            "siteId=1",
            "item=S06")) {
      if (!visitor.get("/api/statistics?" + filter).text().equals(all.required().text())) {
        return Outcome.succeeded("the filter " + filter);
      }
    }
    for (JsonNode quarter : all.tree().findParents("leastEnterprises")) {
      if (quarter.path("leastEnterprises").asInt() < 5) {
        return Outcome.succeeded("figures of fewer than five enterprises");
      }
    }
    return Needle.in(all.body(), target.said()).isEmpty()
        ? Outcome.stopped("six filters change nothing; no figure of fewer than five enterprises")
        : Outcome.succeeded("what was said");
  }
}
