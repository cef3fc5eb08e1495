-- All factors of a folded day in one value (docs/adr/0007): a value of 4 to 7 kB lay out of line in pieces of 2 kB that did not
-- fill their pages, and had a row and an index entry of its own. The packed bytes of a factor stay what they were; one is
-- read as a slice, of which only the pieces it lies in are fetched.

drop function readings(bigint, int, text, timestamptz, timestamptz);
drop view reading_version;

alter table sample_block rename to sample_block_before;
alter table sample_block_before rename constraint sample_block_pkey to sample_block_before_pkey;

create table sample_block (
  outlet_id bigint not null,
  kind      smallint not null,
  day       date not null,
  -- in order
  factors   text[] not null,
  -- where each factor begins in packed, counted from 0, and then where the last one ends
  offsets   int[] not null,
  packed    bytea not null,
  primary key (outlet_id, kind, day)
);
-- Packed already, and slices can only be read of what is not compressed.
alter table sample_block alter column packed set storage external;

insert into sample_block (outlet_id, kind, day, factors, offsets, packed)
select outlet_id, kind, day,
       array_agg(factor order by factor collate "C"),
       array_agg(beginning::int order by factor collate "C") || sum(octet_length(packed))::int,
       string_agg(packed, ''::bytea order by factor collate "C")
  from (select b.*,
               sum(octet_length(packed)) over (partition by outlet_id, kind, day order by factor collate "C")
                 - octet_length(packed) as beginning
          from sample_block_before b) as block
 group by outlet_id, kind, day;

do $$
begin
  if exists (select
               from sample_block_before b
               left join sample_block d on d.outlet_id = b.outlet_id and d.kind = b.kind and d.day = b.day
               left join lateral array_position(d.factors, b.factor) as place on true
              where b.packed is distinct from substr(d.packed, d.offsets[place] + 1,
                                                     d.offsets[place + 1] - d.offsets[place])) then
    raise 'a folded day does not come back as it went';
  end if;
end $$;

drop table sample_block_before;

-- For everybody who asks in SQL: every version of every reading, hot and folded. Say outlet_id, kind, factor and day where
-- possible: a folded day is unpacked whole.
create view reading_version as
select s.outlet_id, s.kind, f.factor, beijing_day(s.measured_at) as day, s.measured_at, s.part, s.version,
       s.value[f.place] as value, s.minimum[f.place] as minimum, s.maximum[f.place] as maximum,
       s.amount[f.place] as amount, s.converted[f.place] as converted,
       coalesce(s.mark[f.place], 'N') as mark, s.received_at, s.frame_id
  from sample s
  join factor_layout l on l.id = s.layout_id
 cross join lateral unnest(l.factors) with ordinality as f (factor, place)
union all
select b.outlet_id, b.kind, f.factor, b.day, r.measured_at, r.part, r.version, r.value, r.minimum, r.maximum, r.amount,
       r.converted, r.mark, r.received_at, r.frame_id
  from sample_block b
  join sample_day d on d.outlet_id = b.outlet_id and d.kind = b.kind and d.day = b.day
 cross join lateral unnest(b.factors) with ordinality as f (factor, place)
 cross join lateral folded_readings(d, f.factor, substr(b.packed, b.offsets[f.place] + 1,
                                                        b.offsets[f.place + 1] - b.offsets[f.place])) as r
 where r.has_factor;

-- What the screens show: of each part's versions the newest, of several parts with the factor the one that came last.
create function readings(outlet bigint, kind_of_data int, factor_code text, from_at timestamptz, until_at timestamptz)
returns table (measured_at timestamptz, value double precision, minimum double precision, maximum double precision,
               amount double precision, converted double precision, mark text, received_at timestamptz,
               frame_id bigint)
language sql stable rows 1440
begin atomic
  with every as (
    select s.measured_at, s.part, s.version, l.place is not null as has_factor, s.value[l.place] as value,
           s.minimum[l.place] as minimum, s.maximum[l.place] as maximum, s.amount[l.place] as amount,
           s.converted[l.place] as converted, coalesce(s.mark[l.place], 'N') as mark, s.received_at, s.frame_id
      from sample s
      left join (select id, array_position(factors, factor_code) as place from factor_layout) as l on l.id = s.layout_id
     where s.outlet_id = outlet and s.kind = kind_of_data and s.measured_at >= from_at and s.measured_at < until_at
    union all
    select r.*
      from sample_day d
      join sample_block b on b.outlet_id = d.outlet_id and b.kind = d.kind and b.day = d.day
     cross join lateral array_position(b.factors, factor_code) as place
     cross join lateral folded_readings(d, factor_code, substr(b.packed, b.offsets[place] + 1,
                                                               b.offsets[place + 1] - b.offsets[place])) as r
     where d.outlet_id = outlet and d.kind = kind_of_data
       and place is not null
       and d.day between beijing_day(from_at) and beijing_day(until_at)
       and r.measured_at >= from_at and r.measured_at < until_at
  ), newest as (
    select distinct on (every.measured_at, every.part) every.*
      from every
     order by every.measured_at, every.part, every.version desc
  )
  select distinct on (n.measured_at) n.measured_at, n.value, n.minimum, n.maximum, n.amount, n.converted, n.mark,
         n.received_at, n.frame_id
    from newest n
   where n.has_factor
   order by n.measured_at, n.frame_id desc;
end;
