package org.tijian.inspection.redteam;

import java.sql.SQLException;
import java.util.List;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.HeadList;
import org.tijian.inspection.chain.Misfit;

/** Changing the access record so that nobody sees it. */
final class RecordAttempts {
  private static final String RECOMPUTE =
      """
      do $$
      declare
        e sealed.entry;
        before text := repeat('0', 64);
      begin
        for e in select * from sealed.entry where chain = '%1$s' order by position loop
          e.previous := before;
          e.hash := sealed.entry_hash(e);
          update sealed.entry set previous = e.previous, hash = e.hash
           where chain = e.chain and position = e.position;
          before := e.hash;
        end loop;
        update sealed.chain set head = before where id = '%1$s';
      end $$
      """;

  static final List<Attempt> ALL =
      List.of(
          Attempt.of(
              "record-as-application",
              "拿到应用数据库口令的人",
              "Somebody with the application's database password",
              "修改、删除查阅记录",
              "changes and deletes entries of the access record",
              "应用用户没有修改和删除的权利",
              "the application's role may add and do no more",
              RecordAttempts::asApplication),
          tampering(
              "record-changed",
              "改动一条记录",
              "changes one entry",
              "update sealed.entry set by_zh = '别人' where chain = '%s' and position = 3"),
          tampering(
              "record-deleted",
              "从中间删去一条记录",
              "deletes an entry from the middle",
              "delete from sealed.entry where chain = '%s' and position = 3"),
          tampering(
              "record-reordered",
              "交换两条记录",
              "swaps two entries",
              """
              update sealed.entry set position = 1000 + position where chain = '%1$s' and position in (3, 4);
              update sealed.entry set position = 1007 - position where chain = '%1$s' and position > 1000
              """),
          tampering(
              "record-cut-off",
              "删去末尾的记录",
              "cuts the end off",
              """
              delete from sealed.entry where chain = '%1$s' and position > 3;
              update sealed.chain set length = 3, head = (select hash from sealed.entry
                where chain = '%1$s' and position = 3) where id = '%1$s'
              """),
          tampering(
              "record-rewritten",
              "改动一条记录并重新计算整条链",
              "changes an entry and computes the whole chain anew",
              "update sealed.entry set by_zh = '别人' where chain = '%1$s' and position = 3;"
                  + RECOMPUTE));

  private RecordAttempts() {}

  private static Attempt tampering(String id, String zh, String en, String sql) {
    return Attempt.of(
        id,
        "不受触发器约束的数据库管理员",
        "Administrator whom no trigger holds up",
        zh + "，看企业的核对是否发现",
        en + " and looks whether the enterprise's check sees it",
        "哈希链和已公布的链头",
        "hash chain and published heads",
        target -> tampered(target, sql.formatted(target.closed().id())));
  }

  private static Outcome tampered(Target target, String change) throws SQLException {
    Visitor director = target.signedIn(target.people().director());
    String path = target.closed().path("/access");
    HeadList kept = target.visitor().get("/api/heads").required().as(HeadList.class);
    List<Misfit> before = misfits(target, kept, director.get(path));
    if (!before.isEmpty()) {
      return Outcome.notTried("the record did not fit before: " + before.get(0));
    }
    String id = target.closed().id().toString();
    try (Sql sql = Sql.withoutTriggers(target.databases().vault())) {
      sql.run(
          "create temp table kept_entry as select * from sealed.entry where chain = '%s'"
              .formatted(id));
      sql.run(
          "create temp table kept_chain as select * from sealed.chain where id = '%s'"
              .formatted(id));
      try {
        sql.run(change);
        List<Misfit> misfits = misfits(target, kept, director.get(path));
        return misfits.isEmpty()
            ? Outcome.succeeded("the check saw nothing")
            : Outcome.stopped("the check points at " + misfits.get(0));
      } finally {
        sql.run("delete from sealed.entry where chain = '%s'".formatted(id));
        sql.run("delete from sealed.chain where id = '%s'".formatted(id));
        sql.run("insert into sealed.chain overriding system value select * from kept_chain");
        sql.run("insert into sealed.entry overriding system value select * from kept_entry");
      }
    }
  }

  private static List<Misfit> misfits(Target target, HeadList kept, Visitor.Answer answer) {
    return target.check().apply(answer.required().as(AccessFile.class), kept);
  }

  private static Outcome asApplication(Target target) throws SQLException {
    try (Sql sql = new Sql(target.databases().application())) {
      String where = " where chain = '%s' and position = 1".formatted(target.closed().id());
      sql.run("begin");
      String changed = sql.refusal("update sealed.entry set by_zh = by_zh" + where);
      sql.run("rollback");
      sql.run("begin");
      String deleted = sql.refusal("delete from sealed.entry" + where);
      sql.run("rollback");
      return changed.isEmpty() || deleted.isEmpty()
          ? Outcome.succeeded("the database let it happen")
          : Outcome.stopped(changed);
    }
  }
}
