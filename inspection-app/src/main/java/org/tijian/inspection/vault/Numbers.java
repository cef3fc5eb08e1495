package org.tijian.inspection.vault;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.database.VaultDatabase;

/**
 * What is published of every year (T-37), counted in the access record and nowhere else. Findings
 * are not counted: they are sealed.
 */
@RestController
class Numbers {
  /** A role that is no party to a visit and was let in is a breach, whatever let it in. */
  private static final String BY_YEAR =
      """
      select extract(year from at at time zone 'Asia/Shanghai')::int as year,
             count(distinct chain) filter (where what = 'report-written') as reports,
             count(*) filter (where what in ('visit-read', 'report-read', 'file-read')) as readings,
             count(*) filter (where what = 'refused') as refused,
             count(*) filter (where what = 'key-destroyed') as destroyed,
             count(*) filter (where what = 'follow-up-completed') as completed,
             count(*) filter (where what = 'break-glass') as opened_by_gatekeepers,
             count(*) filter (where what not in ('refused', 'break-glass')
                                and role not in ('director', 'expert', 'platform', 'gatekeeper')) as breaches
        from sealed.entry group by 1 order by 1
      """;

  private final JdbcClient jdbc;

  Numbers(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  @GetMapping("/api/numbers")
  List<Year> byYear() {
    return jdbc.sql(BY_YEAR)
        .query(
            (row, index) ->
                new Year(
                    row.getInt("year"),
                    row.getLong("reports"),
                    row.getLong("readings"),
                    row.getLong("refused"),
                    row.getLong("destroyed"),
                    row.getLong("completed"),
                    row.getLong("opened_by_gatekeepers"),
                    row.getLong("breaches")))
        .list();
  }

  /**
   * One Beijing year.
   *
   * @param reports visits whose report was made
   * @param readings of visits, reports and files by those who may
   * @param refused attempts that were refused
   * @param destroyed visits whose platform copy was destroyed
   * @param completed follow-ups that enterprises completed
   * @param openedByGatekeepers sealed files opened by two gatekeepers together
   * @param breaches entries of somebody let in who is no party; the target is 0
   */
  record Year(
      int year,
      long reports,
      long readings,
      long refused,
      long destroyed,
      long completed,
      long openedByGatekeepers,
      long breaches) {}
}
