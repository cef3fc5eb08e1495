package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tijian.inspection.start.CannotStart;

/**
 * A way into the server as its superuser.
 *
 * @param server that was started for it; null if the platform runs
 * @param file of the running platform's server; null if it does not run
 */
record ServerAccess(
    @Nullable DataDirectory directory, @Nullable PostgresServer server, @Nullable ServerFile file)
    implements AutoCloseable {

  static ServerAccess starting(Path data) throws IOException {
    DataDirectory directory = DataDirectory.hold(data);
    try {
      return new ServerAccess(directory, PostgresServer.start(directory.path()), null);
    } catch (IOException | CannotStart e) {
      directory.close();
      throw e;
    }
  }

  String url(String database) {
    return server != null
        ? server.url(database)
        : PostgresServer.url(Objects.requireNonNull(file).port(), database);
  }

  String password(String user) throws IOException {
    return server != null ? server.password(user) : Objects.requireNonNull(file).password(user);
  }

  Connection connect(String database) throws IOException, SQLException {
    String superuser = PostgresCluster.SUPERUSER;
    return DriverManager.getConnection(url(database), superuser, password(superuser));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (directory != null) {
      directory.close();
    }
  }
}
