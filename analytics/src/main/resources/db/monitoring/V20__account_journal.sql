-- What batches add to the accounts of their loggers (docs/adr/0009). A row in each account for every batch would cost
-- as much as the frames and their readings; here a batch is one row, which is folded into frame_day and logger_newest
-- a few seconds later. Whoever reads accounts reads frame_account, which has both.

-- The columns of frame_day, an array each, with one element for a logger and day; an empty array where all are 0.
create table account_journal (
  id               bigint generated always as identity primary key,
  mn               text[] not null,
  day              date[] not null,
  stored           bigint[] not null,
  noted            bigint[] not null,
  duplicate        bigint[] not null,
  refused          bigint[] not null,
  last_received_at float8[] not null,
  not_kept         bigint[] not null,
  defective        bigint[] not null,
  resent           bigint[] not null,
  out_of_order     bigint[] not null,
  latency_count    bigint[] not null,
  latency_sum      bigint[] not null,
  latency_least    bigint[] not null,
  latency_most     bigint[] not null,
  clock_count      bigint[] not null,
  clock_sum        bigint[] not null,
  clock_least      bigint[] not null,
  clock_most       bigint[] not null,
  -- of each, joined by commas
  transports       text[] not null,
  fetched          bigint[] not null,
  sent_later       bigint[] not null,
  -- newest times that the batch knows: the columns of logger_newest; times in milliseconds of the epoch
  newest_mn        text[] not null,
  newest_kind      int[] not null,
  newest_data_time float8[] not null,
  newest_arrival   float8[] not null
) with (toast_tuple_target = 8160); -- some milliseconds' batch keeps within a page: packing it would cost more than it saves

-- The journal as rows of frame_day.
create function journal_days(j account_journal) returns setof frame_day
language sql immutable as $$
  select each.mn, each.day, coalesce(each.stored, 0), coalesce(each.noted, 0), coalesce(each.duplicate, 0),
         coalesce(each.refused, 0), to_timestamp(each.last / 1000.0), coalesce(each.not_kept, 0),
         coalesce(each.defective, 0), coalesce(each.resent, 0), coalesce(each.out_of_order, 0),
         coalesce(each.latency_count, 0), coalesce(each.latency_sum, 0), each.latency_least, each.latency_most,
         coalesce(each.clock_count, 0), coalesce(each.clock_sum, 0), each.clock_least, each.clock_most,
         string_to_array(each.transports, ','), coalesce(each.fetched, 0), coalesce(each.sent_later, 0)
    from (select unnest(j.mn), unnest(j.day), unnest(j.stored), unnest(j.noted), unnest(j.duplicate),
                 unnest(j.refused), unnest(j.last_received_at), unnest(j.not_kept), unnest(j.defective),
                 unnest(j.resent), unnest(j.out_of_order), unnest(j.latency_count), unnest(j.latency_sum),
                 unnest(j.latency_least), unnest(j.latency_most), unnest(j.clock_count), unnest(j.clock_sum),
                 unnest(j.clock_least), unnest(j.clock_most), unnest(j.transports), unnest(j.fetched),
                 unnest(j.sent_later))
      as each (mn, day, stored, noted, duplicate, refused, last, not_kept, defective, resent, out_of_order,
               latency_count, latency_sum, latency_least, latency_most, clock_count, clock_sum, clock_least,
               clock_most, transports, fetched, sent_later)
$$;

-- The journal as rows of logger_newest.
create function journal_newest(j account_journal) returns setof logger_newest
language sql immutable as $$
  select each.mn, each.kind::smallint, to_timestamp(each.data_time / 1000.0), to_timestamp(each.arrival / 1000.0)
    from (select unnest(j.newest_mn), unnest(j.newest_kind), unnest(j.newest_data_time), unnest(j.newest_arrival))
      as each (mn, kind, data_time, arrival)
$$;

create view frame_account as
  select mn, day, sum(stored)::bigint as stored, sum(noted)::bigint as noted, sum(duplicate)::bigint as duplicate,
         sum(refused)::bigint as refused, max(last_received_at) as last_received_at,
         sum(not_kept)::bigint as not_kept, sum(defective)::bigint as defective, sum(resent)::bigint as resent,
         sum(out_of_order)::bigint as out_of_order, sum(latency_count)::bigint as latency_count,
         sum(latency_sum)::bigint as latency_sum, min(latency_least) as latency_least,
         max(latency_most) as latency_most, sum(clock_count)::bigint as clock_count,
         sum(clock_sum)::bigint as clock_sum, min(clock_least) as clock_least, max(clock_most) as clock_most,
         case when min(transports) = max(transports) then min(transports)
              else array(select distinct way
                           from unnest(string_to_array(string_agg(array_to_string(transports, ','), ','), ',')) as way
                          order by way) end as transports,
         sum(fetched)::bigint as fetched, sum(sent_later)::bigint as sent_later
    from (select * from frame_day
          union all
          select days.* from account_journal as j cross join lateral journal_days(j) as days) as part
   group by mn, day;

-- Folds the oldest rows of the journal; returns how many there were. Accounts are taken in the order of their key, and by
-- one at a time: who moves frames from one account to another comes here first.
create function fold_accounts() returns int
language plpgsql volatile as $$
declare
  batches int;
begin
  perform pg_advisory_xact_lock(hashtext('tijian.account_journal'));
  with taken as (
    delete from account_journal
     where id in (select id from account_journal order by id limit 5000)
    returning account_journal as j),
  accounts as (
    insert into frame_day as account
    select mn, day, sum(stored), sum(noted), sum(duplicate), sum(refused), max(last_received_at), sum(not_kept),
           sum(defective), sum(resent), sum(out_of_order), sum(latency_count), sum(latency_sum), min(latency_least),
           max(latency_most), sum(clock_count), sum(clock_sum), min(clock_least), max(clock_most),
           case when min(transports) = max(transports) then min(transports)
                else array(select distinct way
                             from unnest(string_to_array(string_agg(array_to_string(transports, ','), ','), ',')) as way
                            order by way) end,
           sum(fetched), sum(sent_later)
      from taken cross join lateral journal_days(j) as days
     group by mn, day
     order by mn, day
    on conflict (mn, day) do update
       set stored = account.stored + excluded.stored,
           noted = account.noted + excluded.noted,
           duplicate = account.duplicate + excluded.duplicate,
           refused = account.refused + excluded.refused,
           last_received_at = greatest(account.last_received_at, excluded.last_received_at),
           not_kept = account.not_kept + excluded.not_kept,
           defective = account.defective + excluded.defective,
           resent = account.resent + excluded.resent,
           out_of_order = account.out_of_order + excluded.out_of_order,
           latency_count = account.latency_count + excluded.latency_count,
           latency_sum = account.latency_sum + excluded.latency_sum,
           latency_least = least(account.latency_least, excluded.latency_least),
           latency_most = greatest(account.latency_most, excluded.latency_most),
           clock_count = account.clock_count + excluded.clock_count,
           clock_sum = account.clock_sum + excluded.clock_sum,
           clock_least = least(account.clock_least, excluded.clock_least),
           clock_most = greatest(account.clock_most, excluded.clock_most),
           fetched = account.fetched + excluded.fetched,
           sent_later = account.sent_later + excluded.sent_later,
           transports = case when account.transports @> excluded.transports then account.transports
                             else array(select distinct unnest(account.transports || excluded.transports) order by 1)
                        end),
  times as (
    insert into logger_newest as known
    select distinct on (mn, kind) newest.*
      from taken cross join lateral journal_newest(j) as newest
     order by mn, kind, data_time desc, arrived_at desc nulls last
    on conflict (mn, kind) do update
       set data_time = excluded.data_time, arrived_at = excluded.arrived_at
     where excluded.data_time >= known.data_time)
  select count(*) into batches from taken;
  return batches;
end $$;
