-- How far each logger's data of a kind were looked through, and what asking for the missing ones has met with.
create table gap_survey (
  mn             text not null references device,
  kind           smallint not null,
  outlet_id      bigint not null,
  -- Seconds from one period to the next; minute data may come every 1 to 30 minutes.
  step           int not null,
  learned_at     timestamptz,
  -- Start of the first period not looked at; null before the first data.
  surveyed_until timestamptz,
  -- Fetches in a row that were not answered, and when the next may be tried.
  unanswered     int not null default 0,
  not_before     timestamptz,
  primary key (mn, kind)
);
create index gap_survey_of_kind on gap_survey (kind, surveyed_until);

create table gap (
  id          bigint generated always as identity primary key,
  outlet_id   bigint not null,
  mn          text not null references device,
  kind        smallint not null,
  step        int not null,
  from_at     timestamptz not null,
  until_at    timestamptz not null check (until_at > from_at),
  missing     int not null check (missing > 0),
  recovered   int not null default 0,
  state       text not null,
  command_id  bigint,
  attempts    int not null default 0,
  found_at    timestamptz not null,
  closed_at   timestamptz,
  -- When periods last came without being asked for: as long as they do, nobody asks.
  grew_at     timestamptz,
  -- Everything from here to the end was fetched, or given up.
  settled_from timestamptz not null,
  -- The part that is asked for, and how often it was answered without coming whole.
  slice_from  timestamptz,
  slice_until timestamptz,
  slice_missing int,
  tries       int not null default 0,
  not_before  timestamptz,
  unique (mn, kind, from_at)
);
create index gap_of_outlet on gap (outlet_id, until_at);
create index gap_open on gap (mn, until_at) where state in ('OPEN', 'ASKED', 'UNANSWERED');
