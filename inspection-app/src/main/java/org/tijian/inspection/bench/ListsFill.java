package org.tijian.inspection.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows as the product writes them, many at once, by SQL as the databases' administrator. */
final class ListsFill {
  static final int ENTERPRISES = 1_000;
  static final int OUTLETS = 5_000;
  static final int CHECKUPS = 10_000;
  static final int EXPERTS = 100;

  /** The first enterprise is the measured director's; minutes of an hour ago for every outlet. */
  private static final String REGISTER =
      """
      insert into site (name_zh, name_en, created_at, province, city, district, longitude, latitude)
      select '示例企业' || n, 'Example enterprise ' || n, now() - n * interval '1 hour', '江苏省', '示例市',
             '第' || n %% 20 || '区', 118 + n %% 300 / 100.0, 31 + n %% 200 / 100.0
        from generate_series(2, %1$d) as n;
      insert into outlet (site_id, code, name_zh, name_en, reference_oxygen, demonstration)
      select s.id, 'DA' || to_char(n, 'FM000'), '示例排放口' || n, 'Example outlet ' || n, 6, false
        from site s, generate_series(1, %2$d / %1$d) as n
       where not exists (select from outlet o where o.site_id = s.id and n = 1)
       order by s.id, n;
      insert into instrument (outlet_id, factor, position, name_zh, name_en, unit, full_scale, zero_gas, span_gas, design,
                              automatic_calibration, permit_limit)
      select o.id, f.factor, f.n, '分析仪', 'analyser', f.unit, 200, 0, 160, 'EXTRACTIVE', true, 100
        from outlet o, (values ('a21002', 0, 'mg/m3'), ('a21026', 1, 'mg/m3'), ('a19001', 2, '%%')) as f (factor, n, unit)
      on conflict do nothing;
      insert into device (mn, outlet_id) select 'BENCH' || to_char(id, 'FM0000000'), id from outlet;
      insert into factor_layout (factors) values ('{a21002,a21026,a19001}');
      insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id, layout_id, content_hash, value)
      select o.id, 2051, t, 0, 0, t + interval '70 seconds', 1000000 + o.id * 60 + n, (select max(id) from factor_layout),
             o.id * 60 + n, array[30 + n / 10.0, 20 + n / 10.0, 6 + n / 100.0]
        from outlet o, generate_series(1, 60) as n,
             lateral (select date_trunc('minute', now()) - (1 + n) * interval '1 minute' as t) as at;
      analyze;
      """;

  /** Of every tenth enterprise and more the first: 200 check-ups are the measured director's. */
  private static final String CHECKUPS_SQL =
      """
      insert into account (id, username, password_hash, name_zh, name_en, role, site_id)
      select gen_random_uuid(), 'director-' || n, '-', '示例负责人' || n, 'Example director ' || n, 'DIRECTOR', n
        from generate_series(2, %1$d) as n;
      insert into account (id, username, password_hash, name_zh, name_en, role)
      select gen_random_uuid(), 'expert-' || n, '-', '示例专家' || n, 'Example expert ' || n, 'EXPERT'
        from generate_series(2, %3$d) as n;

      create temp table expert as
      select id, row_number() over (order by username <> 'bench-expert', username) - 1 as place from account where role = 'EXPERT';
      create temp table made as
      select n, gen_random_uuid() as id, case when n %% 50 = 0 then 1 else 2 + n %% (%1$d - 1) end as site,
             now() - (n / 20.0) * interval '1 day' as at,
             (array['Closed', 'Closed', 'Closed', 'Closed', 'Closed', 'Closed', 'Withdrawn', 'Scheduled', 'InProgress',
                    'Closing', 'Closed', 'Requested', 'Accepted', 'Excluded', 'Closed', 'Closed', 'Scheduled', 'Closed',
                    'Closed', 'Requested'])[1 + n * 7 %% 20] as state
        from generate_series(1, %2$d) as n;
      insert into checkup (id, number, site_id, state, outlet_ids, topics, data_from, data_until, preferred_days, note,
                           requested_by, requested_at)
      select m.id, 'TJ-BENCH-' || to_char(m.n, 'FM000000'), m.site, m.state,
             array(select m.site * %4$d - %4$d + k from generate_series(1, 3) as k), '{calibration,operation}',
             m.at::date - 30, m.at::date + 30, array[m.at::date + 8], '', d.id, m.at
        from made m join account d on d.role = 'DIRECTOR' and d.site_id = m.site;
      insert into consent (checkup_id, version, language, sha256, account_id, name_zh, name_en, role, given_at)
      select c.id, t.version, t.language, t.sha256, c.requested_by, '示例负责人', 'Example director', 'director', c.requested_at
        from checkup c, (select * from terms_text where language = 'zh' order by version desc limit 1) as t
       where c.number like 'TJ-BENCH-%%';
      insert into checkup_history (checkup_id, position, state, at, account_id, by_zh, by_en)
      select m.id, s.n - 1, s.state, m.at + s.n * interval '3 hours', (select id from expert where place = 0), '示例', 'example'
        from made m,
             lateral unnest(case m.state
               when 'Requested' then array['Requested'] when 'Accepted' then array['Requested', 'Accepted']
               when 'Withdrawn' then array['Requested', 'Withdrawn']
               when 'Scheduled' then array['Requested', 'Accepted', 'Scheduled']
               when 'InProgress' then array['Requested', 'Accepted', 'Scheduled', 'InProgress']
               when 'Closing' then array['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Closing']
               when 'Excluded' then array['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Paused', 'Excluded']
               else array['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Closing', 'Closed'] end)
               with ordinality as s (state, n);
      insert into promised_step (checkup_id, position, state, owner, begun_at, promised_by, late_after, done_at)
      select h.checkup_id, h.position, h.state,
             case h.state when 'Scheduled' then 'expert' when 'InProgress' then 'expert' when 'Closing' then 'director'
                          when 'Paused' then 'gatekeeper' else 'office' end,
             h.at, h.at + interval '5 days', h.at + interval '5 days',
             (select min(later.at) from checkup_history later
               where later.checkup_id = h.checkup_id and later.position > h.position)
        from checkup_history h join made m on m.id = h.checkup_id
       where h.state in ('Requested', 'Accepted', 'Scheduled', 'InProgress', 'Closing', 'Paused');
      insert into appointment (checkup_id, expert_id, during, place)
      select m.id, e.id, tstzrange(m.day, m.day + interval '3 hours'), 1
        from (select made.*, date_trunc('day', now()) + interval '1 hour'
                             + (case when state = 'Scheduled' then n + 300 else -n end) * interval '1 day' / %3$d
                             - (n %% %3$d) * interval '1 day' / %3$d as day
                from made where state not in ('Requested', 'Accepted', 'Withdrawn')) as m
        join expert e on e.place = m.n %% %3$d;
      insert into expert_pledge (id, checkup_id, expert_id, version, language, sha256, name_zh, name_en, signed_at)
      select gen_random_uuid(), m.id, a.expert_id, t.version, t.language, t.sha256, '示例专家', 'Example expert', m.at
        from made m join appointment a on a.checkup_id = m.id,
             (select * from pledge_text where language = 'zh' order by version desc limit 1) as t;
      insert into notice (id, account_id, key, title_zh, title_en, text_zh, text_en, path, told_at, read_at)
      select gen_random_uuid(), a.id, 'bench-' || n, '体检已安排', 'A check-up was scheduled', '请查看时间。', 'See the time.',
             '/checkups', now() - n * interval '1 hour', case when n > 20 then now() end
        from account a, generate_series(1, 500) as n
       where n <= 20 or a.password_hash <> '-';
      analyze;
      """;

  private final String monitoring;
  private final String vault;

  /**
   * @param monitoring JDBC addresses of the administrator
   */
  ListsFill(String monitoring, String vault) {
    this.monitoring = monitoring;
    this.vault = vault;
  }

  void register() throws SQLException {
    run(monitoring, REGISTER.formatted(ENTERPRISES, OUTLETS));
  }

  void checkups() throws SQLException {
    run(vault, CHECKUPS_SQL.formatted(ENTERPRISES, CHECKUPS, EXPERTS, OUTLETS / ENTERPRISES));
    run(vault, ListsFigures.SQL);
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Milliseconds of a plain statement, everything of its answer read; the median of eleven. */
  double reference(boolean isVault, String sql) throws SQLException {
    double[] times = new double[11];
    try (Connection connection = DriverManager.getConnection(isVault ? vault : monitoring);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        try (var rows = statement.executeQuery(sql)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              rows.getObject(column);
            }
          }
        }
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    java.util.Arrays.sort(times);
    return times[times.length / 2];
  }
}
