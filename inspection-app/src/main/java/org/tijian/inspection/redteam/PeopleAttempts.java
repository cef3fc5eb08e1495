package org.tijian.inspection.redteam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * People who may sign in, but not read this visit; and an authority, who has nothing to sign in
 * with.
 */
final class PeopleAttempts {
  static final List<Attempt> ALL =
      List.of(
          Attempt.of(
              "authority",
              "监管部门",
              "An authority",
              "不登录访问各接口；用常见账号登录",
              "asks every kind of route without signing in, and signs in with likely names",
              "没有这种角色，一切都要先登录",
              "no such role exists, and everything wants a sign-in",
              PeopleAttempts::authority),
          reading("office", "服务台", "Programme office", (target) -> target.people().office()),
          Attempt.of(
              "gatekeeper-alone",
              "一名守门人",
              "One gatekeeper alone",
              "登录后读访问内容、报告、照片和查阅记录",
              "signs in and asks for the visit, its report, photo and access record",
              "权限表；没有密钥",
              "the access matrix; no key",
              PeopleAttempts::gatekeeper),
          reading(
              "other-enterprise",
              "另一家企业的负责人",
              "Director of another enterprise",
              t -> t.people().foreignDirector()),
          reading(
              "other-expert", "另一次体检的专家", "Expert of another visit", t -> t.people().otherExpert()),
          Attempt.of(
              "expert-after-closing",
              "签收后的专家",
              "The expert, after the report was received",
              "密钥尚未到期，再读访问内容、报告和照片",
              "asks again for visit, report and photo while the key has not ended yet",
              "权限表",
              "the access matrix",
              target -> read(target, target.closed(), target.closed().expert())),
          Attempt.of(
              "expert-after-expiry",
              "过期后的专家",
              "The expert, after the time is over",
              "负责人没有签收，31天后再读报告",
              "asks for a report that was never received, 31 days later",
              "封装密钥自动到期",
              "the wrapped key ends by itself",
              PeopleAttempts::expired));

  private static final Duration LATER = Duration.ofDays(31);

  /** What is published on purpose. */
  private static final Set<String> OPEN = Set.of("/api/session", "/api/heads", "/api/numbers");

  private PeopleAttempts() {}

  private interface Who {
    Person of(Target target);
  }

  private static Attempt reading(String id, String zh, String en, Who who) {
    return Attempt.of(
        id,
        zh,
        en,
        "登录后读访问内容、报告、照片和查阅记录",
        "signs in and asks for the visit, its report, photo and access record",
        "权限表；没有密钥",
        "the access matrix; no key",
        target -> read(target, target.closed(), who.of(target)));
  }

  private static List<String> paths(Visit visit) {
    return Stream.of(
            "/visit", "/report", "/visit/photos/" + visit.photo(), "/access", "/access/file")
        .map(visit::path)
        .toList();
  }

  private static Outcome read(Target target, Visit visit, Person person) {
    Visitor visitor = target.signedIn(person);
    List<String> told = new ArrayList<>();
    for (String path : paths(visit)) {
      Visitor.Answer answer = visitor.get(path);
      if (answer.ok()) {
        return Outcome.succeeded(path);
      }
      told.add(answer.told());
    }
    for (String path : List.of(visit.path(""), "/api/checkups", "/api/experts")) {
      if (!Needle.in(visitor.get(path).body(), target.said()).isEmpty()) {
        return Outcome.succeeded("what was said, in " + path);
      }
    }
    return Outcome.stopped(String.join(", ", told.stream().distinct().toList()));
  }

  private static Outcome gatekeeper(Target target) {
    return target.people().gatekeepers().isEmpty()
        ? Outcome.notTried("there is no such role")
        : read(target, target.closed(), target.people().gatekeepers().get(0));
  }

  private static Outcome expired(Target target) {
    Visit visit = target.closing();
    target.later().accept(LATER);
    try {
      Visitor.Answer report = target.signedIn(visit.expert()).get(visit.path("/report"));
      return report.ok() ? Outcome.succeeded("the report") : Outcome.stopped(report.told());
    } finally {
      target.later().accept(LATER.negated());
    }
  }

  private static Outcome authority(Target target) {
    Visitor nobody = target.visitor();
    List<String> routes = new ArrayList<>(paths(target.closed()));
    routes.addAll(
        List.of(
            "/api/checkups",
            "/api/outlets",
            "/api/experts",
            "/api/terms",
            "/api/policies",
            "/api/statistics",
            "/api/loggers"));
    for (String path : routes) {
      Visitor.Answer answer = nobody.get(path);
      if (answer.status() != 401) {
        return Outcome.succeeded(path + " answered " + answer.told());
      }
    }
    for (String path : OPEN) {
      if (!Needle.in(nobody.get(path).body(), target.said()).isEmpty()) {
        return Outcome.succeeded("what was said, in " + path);
      }
    }
    for (String name : List.of("authority", "admin", "root", "epb")) {
      if (nobody.signIn(name, name).ok()) {
        return Outcome.succeeded("signed in as " + name);
      }
    }
    return Outcome.stopped("401 not-signed-in on %d routes".formatted(routes.size()));
  }
}
