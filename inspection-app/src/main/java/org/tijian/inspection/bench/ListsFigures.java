package org.tijian.inspection.bench;

/**
 * What a year of check-ups leaves for statistics: codes of four settled quarters, ratings, and
 * completed follow-ups. The product itself makes the published figures of them.
 */
final class ListsFigures {
  /**
   * 60 enterprises of three sectors, one of which is too small to be told by itself; of some items
   * so little was found that nothing is told.
   */
  static final String SQL =
      """
      create temp table quarter as
      select to_char(now() - interval '30 days' - n * interval '3 months', 'YYYY"Q"Q') as name, n
        from generate_series(1, 4) as n;
      insert into coded_record (id, quarter, enterprise, item, result, sector, size, province, monitor)
      select gen_random_uuid(), q.name, 'enterprise-' || e, i.item,
             case when chance < i.often then 'improvement' when chance < i.often + 5 then 'suspected-problem'
                  when chance > 95 then 'not-seen' else 'in-order' end,
             case when e % 20 = 0 then '30' when e % 3 = 0 then '25' else '44' end, 'large', '210000', 'flue-gas'
        from quarter q, generate_series(1, 60) as e,
             (values ('D01', 12), ('D04', 31), ('D09', 8), ('D12', 22), ('D15', 4), ('S03', 41), ('S06', 64), ('S07', 17),
                     ('S09', 1), ('S13', 26), ('T01', 9), ('T05', 35), ('T11', 48), ('T12', 2), ('T15', 15)) as i (item, often),
             lateral (select abs(hashtext(q.name || e || i.item)) % 100 as chance) as c;
      insert into coded_record (id, quarter, enterprise, item, result, sector, size, province, monitor)
      select gen_random_uuid(), q.name, 'enterprise-' || e, 'follow-up',
             (array['done', 'done', 'done', 'fixed-on-the-spot', 'done-by-data', 'closed'])[1 + (e + k) % 6],
             '44', 'large', '210000', 'flue-gas'
        from quarter q, generate_series(1, 40) as e, generate_series(1, 3) as k;
      insert into rating (id, quarter, stars)
      select gen_random_uuid(), q.name, (array[5, 4, 5, 3, 4, 5, 2, 4, 5, 1])[1 + e % 10]
        from quarter q, generate_series(1, 20 + 7 * n) as e;
      insert into follow_up_completion (checkup_id, at, by_zh, by_en)
      select id, requested_at + interval '40 days', '示例负责人', 'Example director'
        from checkup where state = 'Closed' and requested_at < now() - interval '40 days' and abs(hashtext(number)) % 3 > 0;
      """;

  private ListsFigures() {}
}
