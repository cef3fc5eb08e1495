package org.tijian.inspection.redteam;

import java.util.List;

/** With the cookie of somebody else, or with somebody else's browser. */
final class SessionAttempts {
  static final List<Attempt> ALL =
      List.of(
          Attempt.of(
              "stolen-session",
              "偷到会话的人",
              "Thief of a session",
              "负责人退出后，用他的会话读报告",
              "reads the report with the director's cookie after the director has signed out",
              "退出即在服务器上结束会话",
              "signing out ends the session on the server",
              SessionAttempts::stolen),
          Attempt.of(
              "session-fixation",
              "预先植入会话的人",
              "Somebody who plants a session",
              "把自己的会话放进负责人的浏览器，等他登录后再用",
              "puts his own session into the director's browser and uses it once the director signed in",
              "每次登录换新会话",
              "every sign-in makes a new session",
              SessionAttempts::fixation),
          Attempt.of(
              "cross-site",
              "另一个网站",
              "Another web site",
              "让负责人的浏览器带着会话提交操作",
              "has the director's browser send a step with its cookies",
              "没有页面令牌就拒绝",
              "refused without the token of the page",
              SessionAttempts::crossSite));

  private SessionAttempts() {}

  private static Outcome stolen(Target target) {
    Visitor director = target.signedIn(target.people().director());
    Visitor thief = target.visitor();
    thief.plant(Visitor.SESSION, director.cookie(Visitor.SESSION));
    String report = target.closed().path("/report");
    if (!thief.get(report).ok()) {
      return Outcome.notTried("the cookie did not work before the sign-out either");
    }
    if (!director.signOut().ok()) {
      return Outcome.notTried("the director could not sign out");
    }
    Visitor.Answer answer = thief.get(report);
    return answer.ok() ? Outcome.succeeded("the report") : Outcome.stopped(answer.told());
  }

  private static Outcome fixation(Target target) {
    Visitor attacker = target.signedIn(target.people().foreignDirector());
    String planted = attacker.cookie(Visitor.SESSION);
    Visitor director = target.visitor();
    director.plant(Visitor.SESSION, planted);
    director.signedIn(target.people().director());
    if (!director.get(target.closed().path("/report")).ok()) {
      return Outcome.notTried("the director could not sign in");
    }
    Visitor again = target.visitor();
    again.plant(Visitor.SESSION, planted);
    Visitor.Answer answer = again.get(target.closed().path("/report"));
    return answer.ok() ? Outcome.succeeded("the report") : Outcome.stopped(answer.told());
  }

  private static Outcome crossSite(Target target) {
    Visitor director = target.signedIn(target.people().director());
    Visitor.Answer answer = director.postFromElsewhere(target.closed().path("/receive"), "{}");
    return answer.told().equals("403 stale-page")
        ? Outcome.stopped(answer.told())
        : Outcome.succeeded("the server took the step: " + answer.told());
  }
}
