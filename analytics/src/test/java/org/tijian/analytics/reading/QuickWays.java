package org.tijian.analytics.reading;

import java.util.List;

/** Watches and blocks the quick way of a database of tests. */
final class QuickWays {
  private QuickWays() {}

  /** From now on the database notes which way each batch goes. */
  static void watch(MonitoringDatabase database) {
    database
        .jdbc()
        .sql(
            """
            create table way (quick boolean);
            create function tell_way() returns trigger language plpgsql as $$
            declare context text;
            begin
              get diagnostics context = pg_context;
              insert into way values (context like '%store_fresh%');
              return null;
            end $$;
            create trigger tell_way after insert on account_journal
              for each statement execute function tell_way()
            """)
        .update();
  }

  /** Of the batches that are stored, in their order. */
  static List<Boolean> taken(MonitoringDatabase database) {
    return database.jdbc().sql("select quick from way").query(Boolean.class).list();
  }

  /** Every batch goes the careful way. */
  static void block(MonitoringDatabase database) {
    database
        .jdbc()
        .sql(
            """
            do $$ begin
              execute format('create or replace function store_fresh(%s) returns boolean language sql '
                             'as ''select false''', pg_get_function_arguments('store_fresh'::regproc));
            end $$
            """)
        .update();
  }
}
