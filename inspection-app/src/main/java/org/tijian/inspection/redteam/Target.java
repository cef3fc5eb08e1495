package org.tijian.inspection.redteam;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.HeadList;
import org.tijian.inspection.chain.Misfit;

/**
 * A throw-away server in which visits were played, and what the attackers have of it.
 *
 * @param closed a check-up that was received
 * @param closing one whose report waits for its director
 * @param doomed one whose director will have everything destroyed
 * @param log everything that was logged at DEBUG while they were played
 * @param later lets time go by
 * @param check holds a downloaded access record against heads that somebody has fetched
 */
record Target(
    int port,
    Databases databases,
    Path dataDirectory,
    People people,
    Visit closed,
    Visit closing,
    Visit doomed,
    Supplier<byte[]> log,
    Consumer<Duration> later,
    BiFunction<AccessFile, HeadList, List<Misfit>> check) {

  /**
   * JDBC addresses, with user and password in them.
   *
   * @param vault as an administrator of the server
   * @param application the vault with the role that the application works with
   */
  record Databases(String vault, String monitoring, String application) {
    JdbcClient vaultAdministrator() {
      return client(vault);
    }

    private static JdbcClient client(String url) {
      return JdbcClient.create(new DriverManagerDataSource(url));
    }
  }

  /** Who signs in; the expert of a visit is with the visit. */
  record People(
      Person director,
      Person foreignDirector,
      Person otherExpert,
      Person office,
      List<Person> gatekeepers) {}

  List<Needle> said() {
    return List.of(closed, closing, doomed).stream().flatMap(v -> v.said().stream()).toList();
  }

  Visitor visitor() {
    return new Visitor(port);
  }

  Visitor signedIn(Person person) {
    return visitor().signedIn(person);
  }
}
