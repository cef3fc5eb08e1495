package org.tijian.inspection.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one database as files: every table by COPY, all as of the same moment, while others go on
 * writing.
 */
final class DumpWriter {
  /** What migrations make is made by them again; what a restart empties is not worth keeping. */
  private static final String TABLES =
      """
      select n.nspname, c.relname, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bounds,
             array(select a.attname::text from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    order by a.attnum) as columns
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_inherits i on i.inhrelid = c.oid and c.relispartition
        left join pg_class p on p.oid = i.inhparent
       where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname in ('public', 'sealed')
         and c.relname <> 'flyway_schema_history'
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       order by 1, 2
      """;

  private static final String SEQUENCES =
      """
      select schemaname, sequencename, coalesce(last_value, start_value) as value, last_value is not null as called
        from pg_sequences where schemaname in ('public', 'sealed') order by 1, 2
      """;
  private static final String VERSION =
      """
      select version from flyway_schema_history where success and version is not null
       order by installed_rank desc limit 1
      """;

  private final Connection connection;
  private final Path directory;

  /**
   * @param connection of a superuser: whom row-level security does not hold
   */
  DumpWriter(Connection connection, Path directory) {
    this.connection = connection;
    this.directory = directory;
  }

  DatabaseDump write(String database) throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    String takenAt =
        one("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
    List<TableDump> tables = new ArrayList<>();
    for (TableDump table : tables()) {
      tables.add(copied(table));
    }
    DatabaseDump dump =
        new DatabaseDump(DatabaseDump.FORMAT, database, one(VERSION), takenAt, tables, sequences());
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(
        Files.createFile(directory.resolve(DatabaseDump.FILE), ServerFile.ownerOnly()),
        json.writeValueAsString(dump));
    connection.rollback();
    return dump;
  }

  private TableDump copied(TableDump table) throws SQLException, IOException {
    MessageDigest digest = sha256();
    Path file = Files.createFile(directory.resolve(table.file()), ServerFile.ownerOnly());
    try (OutputStream out =
        new DigestOutputStream(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), digest)) {
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy %s (%s) to stdout".formatted(table.quotedName(), table.quotedColumns()),
                  out);
      return table.with(rows, HexFormat.of().formatHex(digest.digest()));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<TableDump> tables() throws SQLException {
    List<TableDump> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        Array columns = rows.getArray("columns");
        tables.add(
            new TableDump(
                rows.getString("nspname"),
                rows.getString("relname"),
                List.of((String[]) columns.getArray()),
                rows.getString("parent"),
                rows.getString("bounds"),
                0,
                ""));
      }
    }
    return tables;
  }

  private List<DatabaseDump.Sequence> sequences() throws SQLException {
    List<DatabaseDump.Sequence> sequences = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        sequences.add(
            new DatabaseDump.Sequence(
                rows.getString("schemaname"),
                rows.getString("sequencename"),
                rows.getLong("value"),
                rows.getBoolean("called")));
      }
    }
    return sequences;
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
