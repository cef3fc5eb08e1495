-- Every promise of a check-up: who had to do what by when, and when it was done. And what calendars were told.

create table promised_step (
  checkup_id  uuid not null references checkup,
  position    int not null,
  state       text not null,
  owner       text not null check (owner in ('director', 'expert', 'office', 'gatekeeper')),
  begun_at    timestamptz not null,
  promised_by timestamptz,
  -- when it counts as late: a visit may begin or end an hour after its time
  late_after  timestamptz check ((late_after is null) = (promised_by is null)),
  done_at     timestamptz,
  soon_told   boolean not null default false,
  late_told   boolean not null default false,
  primary key (checkup_id, position)
);
create unique index promised_step_open on promised_step (checkup_id) where done_at is null;
create index promised_step_due on promised_step (promised_by) where done_at is null;
create index promised_step_done on promised_step (done_at) where done_at is not null;

create index checkup_newest on checkup (requested_at desc, number desc);
create index checkup_newest_in_state on checkup (state, requested_at desc, number desc);

-- The appointment as it was last told to calendars; the sequence rises with every change (RFC 5546).
create table calendar_entry (
  checkup_id   uuid primary key references checkup,
  sequence     int not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  invited      uuid[] not null,
  cancelled_at timestamptz
);

-- A secret address from which a calendar program fetches; only its hash is kept.
create table calendar_feed (
  account_id   uuid primary key references account,
  token_sha256 text not null unique,
  language     text not null check (language in ('zh', 'en')),
  made_at      timestamptz not null
);
