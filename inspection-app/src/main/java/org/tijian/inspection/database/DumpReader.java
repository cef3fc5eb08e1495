package org.tijian.inspection.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of one database into an empty one that has the same schema version. */
final class DumpReader {
  private final Path directory;
  private final DatabaseDump dump;

  private DumpReader(Path directory, DatabaseDump dump) {
    this.directory = directory;
    this.dump = dump;
  }

  static DumpReader of(Path directory) throws IOException {
    String text = Files.readString(directory.resolve(DatabaseDump.FILE));
    DatabaseDump dump = new JsonMapper().readValue(text, DatabaseDump.class);
    if (!DatabaseDump.FORMAT.equals(dump.format())) {
      throw new IOException(
          "%s has the form %s, not %s".formatted(directory, dump.format(), DatabaseDump.FORMAT));
    }
    return new DumpReader(directory, dump);
  }

  DatabaseDump dump() {
    return dump;
  }

  /**
   * All or nothing.
   *
   * @param connection of a superuser: triggers and references rest while rows come in
   */
  void read(Connection connection) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local session_replication_role = replica");
      for (TableDump table : dump.tables()) {
        makePartition(statement, table);
        // Some rows come with the schema.
        statement.execute("delete from " + table.quotedName());
        copyIn(connection, table);
      }
      for (DatabaseDump.Sequence sequence : dump.sequences()) {
        statement.execute(
            "select setval('%s', %d, %s)"
                .formatted(sequence.quotedName(), sequence.value(), sequence.called()));
      }
    }
    connection.commit();
  }

  /** As the owner of the database, whom the next partition will belong to, too. */
  private void makePartition(Statement statement, TableDump table) throws SQLException {
    if (table.parent() == null) {
      return;
    }
    String schema = TableDump.quoted(table.schema());
    String parent = schema + "." + TableDump.quoted(table.parent());
    statement.execute("set local role " + PostgresDatabases.roleOf(dump.database()));
    statement.execute(
        "create table if not exists %s partition of %s %s"
            .formatted(table.quotedName(), parent, table.bounds()));
    statement.execute("reset role");
  }

  private void copyIn(Connection connection, TableDump table) throws SQLException, IOException {
    MessageDigest digest = DumpWriter.sha256();
    long rows;
    try (InputStream in =
        new DigestInputStream(
            new GZIPInputStream(Files.newInputStream(directory.resolve(table.file())), 1 << 16),
            digest)) {
      rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy %s (%s) from stdin".formatted(table.quotedName(), table.quotedColumns()),
                  in);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (rows != table.rows() || !sha256.equals(table.sha256())) {
      throw new IOException("%s is not what was backed up".formatted(table.file()));
    }
  }
}
