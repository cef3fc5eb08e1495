package org.tijian.inspection.redteam;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** With the passwords of the database servers, and with a backup of theirs. */
final class DatabaseAttempts {
  static final List<Attempt> ALL =
      List.of(
          Attempt.of(
              "dba-reads",
              "数据库管理员",
              "Administrator of both databases",
              "读两个数据库的每一行和数据目录的每个文件，找已知原文",
              "reads every row of both databases and every file of the data directory, looking for what was said",
              "内容都是密文",
              "all of it is ciphertext",
              DatabaseAttempts::read),
          Attempt.of(
              "dba-takes-account",
              "数据库管理员",
              "Administrator of the vault's database",
              "把环保负责人的口令散列换成自己知道的口令，再登录读报告",
              "puts the hash of a password of his own in the director's row, signs in and reads the report",
              "私钥只由本人口令解开",
              "the private key opens under the person's own password only",
              DatabaseAttempts::takeAccount),
          Attempt.of(
              "dba-copies-key",
              "数据库管理员和另一名专家",
              "Administrator, together with another expert",
              "把专家的封装密钥复制给另一名专家，并把预约改成他",
              "copies the expert's wrapped key to another expert, and makes him the one who is booked",
              "封装密钥只能由原持有人打开",
              "a wrapped key opens for the person it was wrapped for",
              DatabaseAttempts::copyKey),
          Attempt.of(
              "application-role",
              "拿到应用数据库口令的人",
              "Somebody with the application's database password",
              "不出示访问密钥查看各表，用错误的证明绑定，关闭行级保护",
              "looks into the tables without a visit's key, binds with a wrong proof, turns row-level security off",
              "行级保护：没有证明就没有行",
              "row-level security: without the proof of a key there is no row",
              DatabaseAttempts::applicationRole),
          Attempt.of(
              "backup",
              "持有旧备份的数据库管理员和负责人口令",
              "Administrator with an old backup, and the director's own password",
              "销毁后把备份中的行放回去，再以负责人身份读报告",
              "puts the rows of a backup back after the destruction and reads the report as the director",
              "密钥份额不在数据库中，已经销毁",
              "the share of the key was never in the database, and is destroyed",
              DatabaseAttempts::restore));

  private static final List<String> TABLES =
      List.of("visit_key", "key_grant", "statement", "report", "file", "file_part");

  private DatabaseAttempts() {}

  private static Outcome read(Target target) throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    long rows = 0;
    for (String url : List.of(target.databases().vault(), target.databases().monitoring())) {
      try (Sql sql = new Sql(url)) {
        for (String table : tables(sql)) {
          List<String> column = sql.column("select t::text from %s t".formatted(table));
          rows += column.size();
          byte[] text = String.join("\n", column).getBytes(StandardCharsets.UTF_8);
          Needle.in(text, target.said()).forEach(needle -> found.add(needle + " in " + table));
        }
      }
    }
    List<Path> files = files(target.dataDirectory());
    for (Path file : files) {
      Needle.in(bytes(file), target.said()).forEach(needle -> found.add(needle + " in " + file));
    }
    return found.isEmpty()
        ? Outcome.stopped("nothing in %d rows and %d files".formatted(rows, files.size()))
        : Outcome.succeeded(found.get(0));
  }

  private static List<String> tables(Sql sql) throws SQLException {
    return sql.column(
        """
        select format('%I.%I', table_schema, table_name) from information_schema.tables
         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        """);
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      // A file of the database server that is gone by now.
      return new byte[0];
    }
  }

  private static Outcome takeAccount(Target target) throws SQLException {
    Person victim = target.people().director();
    Person attacker = target.people().foreignDirector();
    try (Sql sql = new Sql(target.databases().vault())) {
      String hash =
          sql.column("select password_hash from account where id = '%s'".formatted(victim.id()))
              .get(0);
      String set = "update account set password_hash = %s where id = '%s'";
      sql.run(
          set.formatted(
              "(select password_hash from account where id = '%s')".formatted(attacker.id()),
              victim.id()));
      try {
        Visitor visitor = target.visitor();
        Visitor.Answer signedIn = visitor.signIn(victim.username(), attacker.password());
        Visitor.Answer report = visitor.get(target.closed().path("/report"));
        return report.ok()
            ? Outcome.succeeded("the report")
            : Outcome.stopped("sign-in %s, report %s".formatted(signedIn.told(), report.told()));
      } finally {
        sql.run(set.formatted("'" + hash + "'", victim.id()));
      }
    }
  }

  private static Outcome copyKey(Target target) throws SQLException {
    Visit visit = target.closing();
    Person attacker = target.people().otherExpert();
    try (Sql sql = Sql.withoutTriggers(target.databases().vault())) {
      String booked = "update appointment set expert_id = '%s' where checkup_id = '%s'";
      sql.run(
          """
          insert into sealed.key_grant (checkup_id, account_id, wrapped, asked_at)
          select checkup_id, '%s', wrapped, asked_at from sealed.key_grant
           where checkup_id = '%s' and account_id = '%s'
          """
              .formatted(attacker.id(), visit.id(), visit.expert().id()));
      sql.run(booked.formatted(attacker.id(), visit.id()));
      sql.run(
          """
          insert into expert_pledge (id, checkup_id, expert_id, version, language, sha256, name_zh, name_en, signed_at)
          select gen_random_uuid(), checkup_id, '%s', version, language, sha256, name_zh, name_en, signed_at
            from expert_pledge where checkup_id = '%s' and expert_id = '%s'
          """
              .formatted(attacker.id(), visit.id(), visit.expert().id()));
      try {
        Visitor.Answer report = target.signedIn(attacker).get(visit.path("/report"));
        return report.ok() ? Outcome.succeeded("the report") : Outcome.stopped(report.told());
      } finally {
        sql.run(booked.formatted(visit.expert().id(), visit.id()));
        sql.run(
            "delete from sealed.key_grant where checkup_id = '%s' and account_id = '%s'"
                .formatted(visit.id(), attacker.id()));
        sql.run(
            "delete from expert_pledge where checkup_id = '%s' and expert_id = '%s'"
                .formatted(visit.id(), attacker.id()));
      }
    }
  }

  private static Outcome applicationRole(Target target) throws SQLException {
    String bind = "select sealed.bind('%s', '\\x00')".formatted(target.closed().id());
    try (Sql sql = new Sql(target.databases().application())) {
      for (String table : List.of("statement", "report", "file", "file_part")) {
        String rows = sql.column("select count(*) from sealed." + table).get(0);
        if (!rows.equals("0")) {
          return Outcome.succeeded("%s rows of sealed.%s".formatted(rows, table));
        }
      }
      String proof = sql.refusal(bind);
      sql.run("set row_security = off");
      String off = sql.refusal("select count(*) from sealed.statement");
      String disable = sql.refusal("alter table sealed.statement disable row level security");
      return proof.isEmpty() || off.isEmpty() || disable.isEmpty()
          ? Outcome.succeeded("bind: '%s', off: '%s', alter: '%s'".formatted(proof, off, disable))
          : Outcome.stopped("no row; " + proof);
    }
  }

  private static Outcome restore(Target target) throws SQLException {
    Visit visit = target.doomed();
    Visitor director = target.signedIn(target.people().director());
    try (Sql sql = Sql.withoutTriggers(target.databases().vault())) {
      for (String table : TABLES) {
        sql.run(
            "create temp table kept_%1$s as select * from sealed.%1$s %2$s"
                .formatted(table, of(visit)));
      }
      director
          .post(visit.path("/destroy"), "{\"number\": \"%s\"}".formatted(visit.number()))
          .required();
      sql.run("delete from sealed.destruction " + of(visit));
      sql.run("delete from sealed.destroyed_key where id in (select id from kept_visit_key)");
      for (String table : TABLES) {
        sql.run(
            "insert into sealed.%1$s overriding system value select * from kept_%1$s"
                .formatted(table));
      }
      Visitor.Answer report =
          target.signedIn(target.people().director()).get(visit.path("/report"));
      return report.ok() ? Outcome.succeeded("the report") : Outcome.stopped(report.told());
    }
  }

  private static String of(Visit visit) {
    return "where checkup_id = '%s'".formatted(visit.id());
  }
}
