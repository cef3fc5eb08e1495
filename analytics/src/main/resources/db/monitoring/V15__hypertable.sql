-- Where the server has TimescaleDB, the hot side is a hypertable (docs/adr/0007). Every statement on `sample` is the same on
-- both; what differs is in the functions here, and nothing here needs the extension to be there.

create function sample_is_hypertable() returns boolean
language sql stable
as $$ select relkind = 'r' from pg_class where oid = to_regclass('sample') $$;

-- Schema in which the extension's functions are; null without it.
create function timescale_schema() returns name
language sql stable
as $$
select n.nspname
  from pg_extension e
  join pg_namespace n on n.oid = e.extnamespace
 where e.extname = 'timescaledb'
$$;

-- False if there is one, if rows of the day lie in sample_rest already: then the day stays there, or if parts make themselves.
create or replace function sample_partition(day date) returns boolean
language plpgsql as $$
declare
  name text := 'sample_' || to_char(day, 'YYYYMMDD');
begin
  if sample_is_hypertable()
     or to_regclass(name) is not null
     or exists (select from sample_rest
                 where measured_at >= beijing_midnight(day)
                   and measured_at < beijing_midnight(day + 1)) then
    return false;
  end if;
  execute format('create table %I partition of sample for values from (%L) to (%L)',
                 name, beijing_midnight(day), beijing_midnight(day + 1));
  return true;
end $$;

-- Parts of the hot side with times of their own: of a Beijing day each, or of two hours each in a hypertable. Without the large
-- ones for the times that nobody awaits.
create function sample_parts()
returns table (part text, starts_at timestamptz, ends_at timestamptz, is_packed boolean)
language plpgsql stable as $$
begin
  if sample_is_hypertable() then
    return query execute
      'select format(''%I.%I'', chunk_schema, chunk_name), range_start, range_end, is_compressed
         from timescaledb_information.chunks
        where format(''%I.%I'', hypertable_schema, hypertable_name)::regclass = to_regclass(''sample'')
          and chunk_name not in (''sample_rest'', ''sample_beyond'')';
  else
    return query
      select c.oid::regclass::text, beijing_midnight(d.day), beijing_midnight(d.day + 1), false
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
       cross join lateral to_date(substr(c.relname, 8), 'YYYYMMDD') as d (day)
       where i.inhparent = 'sample'::regclass and c.relname ~ '^sample_[0-9]{8}$';
  end if;
end $$;

-- A part of a hypertable from one time to another; null: without end on that side.
create function sample_chunk(name text, starts_at timestamptz, ends_at timestamptz) returns void
language plpgsql as $$
begin
  perform _timescaledb_functions.create_chunk(
            'sample',
            jsonb_build_object('measured_at', jsonb_build_array(
              coalesce((extract(epoch from starts_at) * 1000000)::bigint, -9223372036854775808),
              coalesce((extract(epoch from ends_at) * 1000000)::bigint, 9223372036854775807))),
            current_schema(), name);
end $$;

-- Where sample_rest ends and sample_beyond starts; null: there is none.
create function sample_edges(out rest_ends timestamptz, out beyond_starts timestamptz)
language plpgsql stable as $$
begin
  select max(range_end) filter (where chunk_name = 'sample_rest'),
         max(range_start) filter (where chunk_name = 'sample_beyond')
    into rest_ends, beyond_starts
    from timescaledb_information.chunks
   where format('%I.%I', hypertable_schema, hypertable_name)::regclass = to_regclass('sample');
end $$;

-- Where sample_rest may end: yesterday, or where the oldest part in use starts.
create function sample_rest_may_end(moment timestamptz) returns timestamptz
language sql stable as $$
select least(beijing_midnight(beijing_day(moment) - 1), (select min(starts_at) from sample_parts()),
             (select beyond_starts from sample_edges()))
$$;

create function sample_move_rest(moment timestamptz) returns void
language plpgsql as $$
begin
  lock table sample in access exclusive mode;
  if to_regclass('sample_rest') is not null then
    if exists (select from sample_rest) then
      return;
    end if;
    drop table sample_rest;
  end if;
  perform sample_chunk('sample_rest', null, sample_rest_may_end(moment));
end $$;

create function sample_move_beyond(moment timestamptz) returns void
language plpgsql as $$
begin
  lock table sample in access exclusive mode;
  create temp table sample_put_back (like sample) on commit drop;
  if to_regclass('sample_beyond') is not null then
    if (select count(*) >= 100000 from sample_beyond) then
      return;
    end if;
    insert into sample_put_back select * from sample_beyond;
    drop table sample_beyond;
  end if;
  perform sample_chunk('sample_beyond',
                       greatest(beijing_midnight(beijing_day(moment) + 4), (select max(ends_at) from sample_parts()),
                                (select rest_ends from sample_edges())), null);
  insert into sample select * from sample_put_back;
end $$;

-- In a hypertable a history of years, or a clock gone wrong, must not make a part for every two hours of it: everything before
-- the parts in use lies in sample_rest, everything more than some days ahead in sample_beyond. Moves both along with time.
create function sample_bounds(moment timestamptz) returns void
language plpgsql as $$
declare
  edges record;
begin
  if not sample_is_hypertable() or not pg_try_advisory_xact_lock(hashtext('tijian.sample_partition')) then
    return;
  end if;
  select * into edges from sample_edges();
  if edges.rest_ends is null or edges.rest_ends < sample_rest_may_end(moment) then
    perform sample_move_rest(moment);
  end if;
  if edges.beyond_starts is null or edges.beyond_starts < moment + interval '2 days' then
    perform sample_move_beyond(moment);
  end if;
end $$;

-- Makes a hypertable of the hot side where the extension is there and it is none yet; true if it did. Views and functions that
-- read the table are made anew as they are, so that what others built on them, and who may read them, stays.
create function sample_to_hypertable() returns boolean
language plpgsql as $$
declare
  remade text[];
  statement text;
begin
  perform pg_advisory_xact_lock(hashtext('tijian.sample_hypertable'));
  if timescale_schema() is null or sample_is_hypertable() then
    return false;
  end if;
  lock table sample in access exclusive mode;
  select coalesce(array_agg(known.definition), '{}') into remade
    from (select distinct format('create or replace view %s as %s', r.ev_class::regclass, pg_get_viewdef(r.ev_class)) as definition
            from pg_depend d join pg_rewrite r on r.oid = d.objid
           where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
             and d.refobjid = 'sample'::regclass
           union
          select pg_get_functiondef(d.objid)
            from pg_depend d
           where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_class'::regclass
             and d.refobjid = 'sample'::regclass) as known;
  remade := remade || array(
    select format('grant %s on sample to %s', a.privilege_type,
                  case when a.grantee = 0 then 'public' else a.grantee::regrole::text end)
      from pg_class c cross join lateral aclexplode(c.relacl) as a
     where c.oid = 'sample'::regclass and a.grantee <> c.relowner);

  alter table sample rename to sample_native;
  alter table sample_rest rename to sample_native_rest;
  alter table sample_native rename constraint sample_pkey to sample_native_pkey;
  create table sample (like sample_native including all);
  execute format('select %1$I.create_hypertable(''sample'', %1$I.by_range(''measured_at'', interval ''2 hours''), '
                 'create_default_indexes => false)', timescale_schema());
  perform sample_bounds(now());
  insert into sample select * from sample_native;
  foreach statement in array remade loop
    execute statement;
  end loop;
  drop table sample_native;
  begin
    alter table sample set (timescaledb.compress, timescaledb.compress_segmentby = 'outlet_id, kind',
                            timescaledb.compress_orderby = 'measured_at, part, version');
  exception when others then
    -- The edition of the extension that is in some distributions has no columnstore.
    raise notice 'no columnstore: %', sqlerrm;
  end;
  return true;
end $$;

-- Whether parts of the hypertable can be packed.
create function sample_has_columnstore() returns boolean
language plpgsql stable as $$
begin
  if not sample_is_hypertable() then
    return false;
  end if;
  return exists (select from timescaledb_information.hypertables
                  where format('%I.%I', hypertable_schema, hypertable_name)::regclass = to_regclass('sample')
                    and compression_enabled);
end $$;

-- Bytes of the hot side on disk, with indexes, what lies out of line and what is packed.
create function sample_size() returns bigint
language plpgsql stable as $$
declare
  size bigint;
begin
  if sample_is_hypertable() then
    execute format('select %I.hypertable_size(''sample'')', timescale_schema()) into size;
  else
    select sum(pg_total_relation_size(relid)) into size from pg_partition_tree('sample');
  end if;
  return size;
end $$;

-- Packs a part of the hypertable into the columnstore; false where there is none, or while another is at it. Late readings wait
-- for it, nobody else does: a reader's lock must not keep the emptied rows from being cut off and then stand in a writer's way.
create function sample_pack(part text) returns boolean
language plpgsql as $$
begin
  if not sample_has_columnstore() or not pg_try_advisory_xact_lock(hashtext('tijian.sample_pack')) then
    return false;
  end if;
  perform set_config(name, 'truncate_or_delete', true)
     from pg_settings where name = 'timescaledb.compress_truncate_behaviour';
  execute format('select %I.compress_chunk(%L::regclass, if_not_compressed => true)', timescale_schema(), part);
  return true;
end $$;
