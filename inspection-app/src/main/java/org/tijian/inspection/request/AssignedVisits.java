package org.tijian.inspection.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.monitoring.DataSpan;
import org.tijian.inspection.monitoring.VisitScope;

/**
 * What enterprises opened in their requests, to each expert from the expert's pledge until the
 * check-up is closed.
 */
@Component
class AssignedVisits implements VisitScope {
  private static final String OPEN =
      """
        from checkup c join appointment a on a.checkup_id = c.id
       where a.expert_id = :expert and a.released_at is null
         and c.state in ('Scheduled', 'InProgress', 'Closing')
         and exists (select from expert_pledge p
                      where p.checkup_id = c.id and p.expert_id = a.expert_id and p.ended_at is null)
      """;

  /**
   * Of two open visits to one outlet the one with the newer data counts: spans are never joined.
   */
  private static final String SPAN =
      "select c.data_from, c.data_until"
          + OPEN
          + "and :outlet = any(c.outlet_ids) order by c.data_until desc, c.data_from limit 1";

  private static final String OUTLETS =
      "select distinct unnest(c.outlet_ids) as outlet_id" + OPEN + "order by outlet_id";

  private final JdbcClient jdbc;

  AssignedVisits(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  @Override
  public Optional<DataSpan> openTo(UUID expertId, long outletId) {
    return jdbc.sql(SPAN)
        .param("expert", expertId)
        .param("outlet", outletId)
        .query(
            (row, index) ->
                Scope.spanOf(
                    row.getObject("data_from", LocalDate.class),
                    row.getObject("data_until", LocalDate.class)))
        .optional();
  }

  @Override
  public List<Long> outletsOpenTo(UUID expertId) {
    return jdbc.sql(OUTLETS).param("expert", expertId).query(Long.class).list();
  }
}
