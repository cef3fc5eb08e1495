-- What remains for learning: codes that name nobody, and ratings that belong to no visit. No row here refers to a check-up.

create table statistics_profile (
  site_id  bigint primary key,
  sector   text not null check (sector ~ '^([0-9]{2}|unknown)$'),
  size     text not null check (size in ('large', 'medium', 'small', 'unknown')),
  province text not null check (province ~ '^([0-9]{6}|unknown)$')
);

-- Waits, sealed with a key outside the database, until there are enough entries of different enterprises.
create table statistics_pool (
  id     uuid primary key,
  kind   text not null check (kind in ('code', 'rating')),
  sealed bytea not null
);

create table coded_record (
  id         uuid primary key,
  quarter    text not null check (quarter ~ '^[0-9]{4}Q[1-4]$'),
  enterprise text not null,
  item       text not null,
  result     text not null,
  sector     text not null,
  size       text not null,
  province   text not null,
  monitor    text not null
);
create index coded_record_of_quarter on coded_record (quarter);

create table statistics_release (
  quarter     text primary key,
  content     text not null,
  released_at timestamptz not null
);
create trigger published_once before update or delete or truncate on statistics_release
  for each statement execute function refuse_change();

-- That a check-up was rated; how is in no row that knows the check-up.
create table checkup_rated (
  checkup_id uuid primary key references checkup
);

create table rating (
  id      uuid primary key,
  quarter text not null,
  stars   int not null check (stars between 1 and 5)
);
