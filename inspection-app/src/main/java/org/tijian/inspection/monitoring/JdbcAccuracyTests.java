package org.tijian.inspection.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.site.Outlet;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

@Component
class JdbcAccuracyTests implements AccuracyTests {
  private static final String FIND =
      """
      select id, factor, tested_on, laboratory, unit, reference, monitor
        from accuracy_test
       where outlet_id = :outlet
       order by tested_on desc, entered_at desc
      """;

  private static final String ADD =
      """
      insert into accuracy_test
        (id, site_id, outlet_id, factor, tested_on, laboratory, unit, reference, monitor, entered_by)
      values (:id, :site, :outlet, :factor, :testedOn, :laboratory, :unit, :reference, :monitor, :by)
      """;

  private final VaultDatabase vault;

  JdbcAccuracyTests(VaultDatabase vault) {
    this.vault = vault;
  }

  /** A test under the id it is kept by. */
  record Kept(UUID id, AccuracyTest test) {}

  @Override
  public List<AccuracyTest> of(long outletId) {
    return kept(outletId).stream().map(Kept::test).toList();
  }

  List<Kept> kept(long outletId) {
    return vault
        .jdbc()
        .sql(FIND)
        .param("outlet", outletId)
        .query((row, n) -> new Kept(row.getObject("id", UUID.class), test(row)))
        .list();
  }

  UUID add(Outlet outlet, AccuracyTest test, Account by) {
    UUID id = UUID.randomUUID();
    vault
        .jdbc()
        .sql(ADD)
        .param("id", id)
        .param("site", outlet.siteId())
        .param("outlet", outlet.id())
        .param("factor", test.factor())
        .param("testedOn", test.testedOn())
        .param("laboratory", test.laboratory())
        .param("unit", test.unit())
        .param("reference", column(test, Pair::reference))
        .param("monitor", column(test, Pair::monitor))
        .param("by", by.id())
        .update();
    return id;
  }

  private static double[] column(AccuracyTest test, ToDoubleFunction<Pair> side) {
    return test.pairs().stream().mapToDouble(side).toArray();
  }

  private static AccuracyTest test(ResultSet row) throws SQLException {
    Double[] reference = (Double[]) row.getArray("reference").getArray();
    Double[] monitor = (Double[]) row.getArray("monitor").getArray();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < reference.length; i++) {
      pairs.add(new Pair(reference[i], monitor[i]));
    }
    return new AccuracyTest(
        row.getString("factor"),
        row.getObject("tested_on", LocalDate.class),
        row.getString("laboratory"),
        row.getString("unit"),
        pairs);
  }
}
