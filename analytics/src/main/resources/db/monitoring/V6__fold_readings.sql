-- Readings on two sides (docs/adr/0007): rows of the last days in partitions of a Beijing day, older days folded into one
-- packed block per factor. An outlet's day of a kind is on one side or the other, never on both.

create function beijing_day(moment timestamptz) returns date
language sql immutable parallel safe
return (moment at time zone 'UTC' + interval '8 hours')::date;

create function beijing_midnight(day date) returns timestamptz
language sql immutable parallel safe
return (day::timestamp - interval '8 hours') at time zone 'UTC';

-- The rows of before stay where they are, as the partition for every day that has none of its own.
alter table sample rename to sample_rest;
alter table sample_rest rename constraint sample_pkey to sample_rest_pkey;
create table sample (like sample_rest) partition by range (measured_at);
alter table sample add primary key (outlet_id, kind, measured_at, part, version);
alter table sample attach partition sample_rest default;

-- False if there is one, or if rows of the day lie in sample_rest already: then the day stays there.
create function sample_partition(day date) returns boolean
language plpgsql as $$
declare
  name text := 'sample_' || to_char(day, 'YYYYMMDD');
begin
  if to_regclass(name) is not null
     or exists (select from sample_rest
                 where measured_at >= beijing_midnight(day)
                   and measured_at < beijing_midnight(day + 1)) then
    return false;
  end if;
  execute format('create table %I partition of sample for values from (%L) to (%L)',
                 name, beijing_midnight(day), beijing_midnight(day + 1));
  return true;
end $$;

select sample_partition(beijing_day(now()) + n) from generate_series(0, 2) as n;

-- What the rows of an outlet, kind and Beijing day have in common for all factors.
create table sample_day (
  outlet_id  bigint not null,
  kind       smallint not null,
  day        date not null,
  row_count  int not null,
  -- distinct measured_at
  periods    int not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  layout_ids int[] not null,
  -- measured_at
  times      bytea not null,
  -- part, version and place in layout_ids; null when all rows have the first of each
  places     bytea,
  -- frame_id and how long after measured_at it came
  arrivals   bytea not null,
  -- content_hash, only of days where it cannot be computed again
  hashes     bytea,
  primary key (outlet_id, kind, day)
);

-- One factor of such a day: value, minimum, maximum, amount, converted, mark of the rows whose layout has it.
create table sample_block (
  outlet_id bigint not null,
  kind      smallint not null,
  factor    text not null,
  day       date not null,
  packed    bytea not null,
  primary key (outlet_id, kind, factor, day)
);
-- They are packed already.
alter table sample_day alter column times set storage external, alter column arrivals set storage external;
alter table sample_block alter column packed set storage external;

-- Days before this one may be folded. Whoever stores readings holds the lock of sample_late, shared, and so knows that the
-- horizon does not move under way.
create table sample_horizon (
  only_row boolean primary key default true check (only_row),
  day      date not null
);
insert into sample_horizon (day) values ('1970-01-01');

-- Days removed because their time was over.
create table sample_retention (
  done_at     timestamptz not null default now(),
  day         date not null,
  outlet_days bigint not null,
  rows        bigint not null
);

-- A day is folded under the exclusive lock of its stripe; late readings are stored under the shared one.
create function sample_stripe(outlet bigint, kind int, day date) returns int
language sql immutable parallel safe
return abs((outlet * 31 + kind * 7 + (day - date '2000-01-01')) % 256)::int;

-- Which of these outlet-days are folded and must be thawed before a reading of theirs is stored. Afterwards, until the end
-- of the transaction, none of them can be folded.
create function sample_late(outlets bigint[], kinds int[], days date[])
returns table (outlet_id bigint, kind smallint, day date)
language plpgsql volatile as $$
declare
  horizon date;
begin
  perform pg_advisory_xact_lock_shared(hashtext('tijian.sample_horizon'));
  select h.day into horizon from sample_horizon h;
  if not exists (select from unnest(days) as asked (day) where asked.day < horizon) then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('tijian.sample_day'), late.stripe)
     from (select distinct sample_stripe(asked.outlet, asked.kind, asked.day) as stripe
             from unnest(outlets, kinds, days) as asked (outlet, kind, day)
            where asked.day < horizon
            order by 1) as late;
  return query
    select d.outlet_id, d.kind, d.day
      from unnest(outlets, kinds, days) as asked (outlet, kind, day)
      join sample_day d on d.outlet_id = asked.outlet and d.kind = asked.kind and d.day = asked.day
     where asked.day < horizon;
end $$;

-- Unpacking. pos counts from 0.

create function packed_unsigned(packed bytea, inout pos int, out number bigint)
language plpgsql immutable parallel safe as $$
declare
  shift int := 0;
  next int;
begin
  number := 0;
  loop
    next := get_byte(packed, pos);
    pos := pos + 1;
    number := number | ((next & 127)::bigint << shift);
    exit when next < 128;
    shift := shift + 7;
  end loop;
end $$;

create function packed_signed(packed bytea, inout pos int, out number bigint)
language plpgsql immutable parallel safe as $$
begin
  select u.pos, u.number into pos, number from packed_unsigned(packed, pos) as u;
  number := ((number >> 1) & 9223372036854775807) # -(number & 1);
end $$;

create function packed_bits(packed bytea, pos int, width int, amount int, base bigint) returns bigint[]
language plpgsql immutable parallel safe as $$
declare
  bits varbit := ('x' || encode(substr(packed, pos + 1, (width * amount + 7) / 8), 'hex'))::varbit;
  pad varbit := repeat('0', 64 - width)::varbit;
begin
  return array(select base + (pad || substring(bits from i * width + 1 for width))::bit(64)::bigint
                 from generate_series(0, amount - 1) as i);
end $$;

create function packed_segments(packed bytea, inout pos int, amount int, out numbers bigint[])
language plpgsql immutable parallel safe as $$
declare
  length int;
  width int;
  base bigint;
begin
  numbers := '{}';
  while amount > 0 loop
    length := least(amount, 64);
    width := get_byte(packed, pos);
    select s.pos, s.number into pos, base from packed_signed(packed, pos + 1) as s;
    if width = 0 then
      numbers := numbers || array_fill(base, array[length]);
    else
      numbers := numbers || packed_bits(packed, pos, width, length, base);
      pos := pos + (length * width + 7) / 8;
    end if;
    amount := amount - length;
  end loop;
end $$;

create function packed_numbers(packed bytea, inout pos int, amount int, out numbers bigint[])
language plpgsql immutable parallel safe as $$
declare
  form int;
  origin bigint;
  unit bigint;
  steps bigint[];
  step bigint;
  total bigint := 0;
begin
  numbers := '{}';
  if amount = 0 then
    return;
  end if;
  form := get_byte(packed, pos);
  pos := pos + 1;
  if form = 3 then
    numbers := packed_bits(packed, pos, 64, amount, 0);
    pos := pos + 8 * amount;
    return;
  end if;
  select s.pos, s.number into pos, origin from packed_signed(packed, pos) as s;
  if form = 0 then
    numbers := array_fill(origin, array[amount]);
    return;
  end if;
  select u.pos, u.number into pos, unit from packed_unsigned(packed, pos) as u;
  select s.pos, s.numbers into pos, steps
    from packed_segments(packed, pos, case form when 1 then amount else amount - 1 end) as s;
  if form = 1 then
    numbers := array(select origin + unit * s from unnest(steps) as s);
    return;
  end if;
  numbers[1] := origin;
  for i in 2 .. amount loop
    total := total + steps[i - 1];
    numbers[i] := origin + unit * total;
  end loop;
end $$;

create function packed_double(bits bigint) returns double precision
language sql immutable parallel safe
return case when bits < 0 then -1.0::float8 else 1.0::float8 end
       * ((bits & 4503599627370495) + case when (bits >> 52) & 2047 = 0 then 0 else 4503599627370496 end)::float8
       * (2.0::float8 ^ (greatest((bits >> 52) & 2047, 1) - 1075)::float8);

-- numbers and places are what other columns may be differences from; null if the column is not decimal.
create function packed_doubles(packed bytea, amount int, base bigint[], base_places int,
                               out "values" double precision[], out numbers bigint[], out places int)
language plpgsql immutable parallel safe as $$
declare
  flags int;
  pos int := 1;
  present bigint[];
  chosen bigint[];
  odd int;
  indices bigint[];
  bits bigint[];
  power double precision;
begin
  if octet_length(packed) = 0 then
    "values" := array_fill(null::double precision, array[amount]);
    return;
  end if;
  flags := get_byte(packed, 0);
  if flags & 1 = 1 then
    select p.pos, p.numbers into pos, present from packed_numbers(packed, pos, amount) as p;
    chosen := array(select r.n from unnest(present) with ordinality as r (is_there, n) where is_there = 1 order by n);
  else
    chosen := array(select n::bigint from generate_series(1, amount) as n);
  end if;
  if flags & 4 = 4 then
    "values" := array(select packed_double(b)
                        from unnest((packed_numbers(packed, pos, cardinality(chosen))).numbers) as b);
  else
    places := get_byte(packed, pos);
    pos := pos + 1;
    if flags & 8 = 8 then
      select u.pos, u.number into pos, odd from packed_unsigned(packed, pos) as u;
      select p.pos, p.numbers into pos, indices from packed_numbers(packed, pos, odd) as p;
      select p.pos, p.numbers into pos, bits from packed_numbers(packed, pos, odd) as p;
    end if;
    numbers := (packed_numbers(packed, pos, cardinality(chosen))).numbers;
    if flags & 2 = 2 then
      numbers := array(select number + base[row] * (10 ^ (places - base_places))::bigint
                         from unnest(numbers, chosen) as c (number, row));
    end if;
    power := 10.0::float8 ^ places::float8;
    "values" := array(select number::float8 / power from unnest(numbers) as number);
    for i in 1 .. coalesce(odd, 0) loop
      "values"[indices[i] + 1] := packed_double(bits[i]);
    end loop;
  end if;
  if flags & 1 = 1 then
    select array_agg(v order by r.n), array_agg(coalesce(k, 0) order by r.n)
      into "values", numbers
      from unnest(present) with ordinality as r (is_there, n)
      left join unnest(chosen, "values", numbers) as c (n, v, k) on c.n = r.n;
  end if;
end $$;

create function packed_marks(packed bytea, amount int) returns text[]
language plpgsql immutable parallel safe as $$
declare
  pos int := 0;
  length int;
  marks text[] := '{N}';
  amount_of_marks int;
begin
  if octet_length(packed) = 0 then
    return array_fill('N'::text, array[amount]);
  end if;
  select u.pos, u.number into pos, amount_of_marks from packed_unsigned(packed, pos) as u;
  for i in 1 .. amount_of_marks loop
    select u.pos, u.number into pos, length from packed_unsigned(packed, pos) as u;
    marks := marks || convert_from(substr(packed, pos + 1, length), 'UTF8');
    pos := pos + length;
  end loop;
  return array(select marks[p + 1] from unnest((packed_numbers(packed, pos, amount)).numbers) as p);
end $$;

create function packed_sections(packed bytea, amount int) returns bytea[]
language plpgsql immutable parallel safe as $$
declare
  pos int := 1;
  length int;
  sections bytea[] := '{}';
begin
  if get_byte(packed, 0) <> 1 then
    raise 'readings packed in format %', get_byte(packed, 0);
  end if;
  for i in 1 .. amount loop
    select u.pos, u.number into pos, length from packed_unsigned(packed, pos) as u;
    sections := sections || substr(packed, pos + 1, length);
    pos := pos + length;
  end loop;
  return sections;
end $$;

create function packed_moment(micros bigint) returns timestamptz
language sql immutable parallel safe
return timestamptz 'epoch' + micros * interval '1 microsecond';

create function packed_times(packed bytea, amount int) returns setof timestamptz
language sql immutable parallel safe rows 1440
begin atomic
  select packed_moment(micros) from unnest((packed_numbers(packed, 0, amount)).numbers) as micros;
end;

-- The rows of a folded day, whatever their layout; layout counts from 1.
create function packed_rows(folded sample_day)
returns table (n bigint, measured_at timestamptz, part smallint, version smallint, layout int, frame_id bigint,
               received_at timestamptz)
language plpgsql immutable parallel safe rows 1440 as $$
declare
  pos int := 0;
  times bigint[] := (packed_numbers(folded.times, 0, folded.row_count)).numbers;
  parts bigint[];
  versions bigint[];
  layouts bigint[];
  frames bigint[];
  delays bigint[];
begin
  if folded.places is null then
    parts := array_fill(0::bigint, array[folded.row_count]);
    versions := parts;
    layouts := parts;
  else
    select p.pos, p.numbers into pos, parts from packed_numbers(folded.places, 0, folded.row_count) as p;
    select p.pos, p.numbers into pos, versions from packed_numbers(folded.places, pos, folded.row_count) as p;
    select p.pos, p.numbers into pos, layouts from packed_numbers(folded.places, pos, folded.row_count) as p;
  end if;
  select p.pos, p.numbers into pos, frames from packed_numbers(folded.arrivals, 0, folded.row_count) as p;
  delays := (packed_numbers(folded.arrivals, pos, folded.row_count)).numbers;
  return query
    select r.n, packed_moment(r.at), r.part::smallint, r.version::smallint, r.layout::int + 1, r.frame,
           packed_moment(r.at + r.delay)
      from unnest(times, parts, versions, layouts, frames, delays)
           with ordinality as r (at, part, version, layout, frame, delay, n);
end $$;

-- One factor's readings of a day, in the order of the rows that have it; n counts from 1.
create function packed_readings(packed bytea, amount int)
returns table (n bigint, value double precision, minimum double precision, maximum double precision,
               amount_emitted double precision, converted double precision, mark text)
language plpgsql immutable parallel safe rows 1440 as $$
declare
  sections bytea[] := packed_sections(packed, 6);
  base bigint[];
  places int;
  means double precision[];
begin
  select d."values", d.numbers, d.places into means, base, places from packed_doubles(sections[1], amount, null, null) as d;
  return query
    select r.n, r.value, r.minimum, r.maximum, r.emitted, r.converted, r.mark
      from unnest(means,
                  (packed_doubles(sections[2], amount, base, places))."values",
                  (packed_doubles(sections[3], amount, base, places))."values",
                  (packed_doubles(sections[4], amount, base, places))."values",
                  (packed_doubles(sections[5], amount, base, places))."values",
                  packed_marks(sections[6], amount))
           with ordinality as r (value, minimum, maximum, emitted, converted, mark, n);
end $$;

-- A day of a factor with times; rows that lack the factor have has_factor false and nothing else.
create function folded_readings(folded sample_day, factor text, packed bytea)
returns table (measured_at timestamptz, part smallint, version smallint, has_factor boolean, value double precision,
               minimum double precision, maximum double precision, amount double precision,
               converted double precision, mark text, received_at timestamptz, frame_id bigint)
language plpgsql stable parallel safe rows 1440 as $$
declare
  having_it boolean[] := array(select factor = any (l.factors)
                                 from unnest(folded.layout_ids) with ordinality as listed (id, place)
                                 left join factor_layout l on l.id = listed.id
                                order by place);
  amount_packed int := folded.row_count;
begin
  if false = any (having_it) then
    select count(*) filter (where having_it[r.layout]) into amount_packed from packed_rows(folded) as r;
  end if;
  return query
    select r.measured_at, r.part, r.version, r.has, v.value, v.minimum, v.maximum, v.amount_emitted, v.converted,
           coalesce(v.mark, 'N'), r.received_at, r.frame_id
      from (select rows.*, having_it[rows.layout] as has,
                   count(*) filter (where having_it[rows.layout]) over (order by rows.n) as place
              from packed_rows(folded) as rows) as r
      left join packed_readings(packed, amount_packed) as v on r.has and v.n = r.place
     order by r.n;
end $$;

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
select b.outlet_id, b.kind, b.factor, b.day, r.measured_at, r.part, r.version, r.value, r.minimum, r.maximum, r.amount,
       r.converted, r.mark, r.received_at, r.frame_id
  from sample_block b
  join sample_day d on d.outlet_id = b.outlet_id and d.kind = b.kind and d.day = b.day
 cross join lateral folded_readings(d, b.factor, b.packed) as r
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
      join sample_block b on b.outlet_id = d.outlet_id and b.kind = d.kind and b.day = d.day and b.factor = factor_code
     cross join lateral folded_readings(d, b.factor, b.packed) as r
     where d.outlet_id = outlet and d.kind = kind_of_data
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

-- Which periods are there, hot and folded; a period once for every part and version. A plain statement, so that the planner
-- sees through it.
create function sample_times(outlet bigint, kind_of_data int, from_at timestamptz, until_at timestamptz)
returns setof timestamptz
language sql stable rows 1440 as $$
  select s.measured_at
    from sample s
   where s.outlet_id = outlet and s.kind = kind_of_data and s.measured_at >= from_at and s.measured_at < until_at
  union all
  select t.at
    from sample_day d
   cross join lateral packed_times(d.times, d.row_count) as t (at)
   where d.outlet_id = outlet and d.kind = kind_of_data
     and d.day between beijing_day(from_at) and beijing_day(until_at)
     and t.at >= from_at and t.at < until_at
$$;

create view sample_period as
select s.outlet_id, s.kind, s.measured_at, s.part, s.version from sample s
union all
select d.outlet_id, d.kind, r.measured_at, r.part, r.version
  from sample_day d cross join lateral packed_rows(d) as r;
