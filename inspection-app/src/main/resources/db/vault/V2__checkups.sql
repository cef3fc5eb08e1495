-- Check-ups from request to report. What was concluded about a named site lives in the schema `sealed` and nowhere else.

create extension if not exists btree_gist;

-- Terms to the letter, per version and language: what was accepted can be read again years later.
create table terms_text (
  version  text not null,
  language text not null check (language in ('zh', 'en')),
  text     text not null,
  sha256   text not null,
  primary key (version, language),
  unique (version, language, sha256)
);

create sequence checkup_number;

create table checkup (
  id             uuid primary key,
  number         text not null unique,
  -- The one purpose this product knows. There is no other value.
  purpose        text not null default 'voluntary_service' check (purpose = 'voluntary_service'),
  site_id        bigint not null,
  state          text not null check (state in
                   ('Requested', 'Accepted', 'Scheduled', 'InProgress', 'Closing', 'Closed', 'Withdrawn')),
  -- Raised by every step; a step taken from an older version finds nothing to update.
  version        int not null default 1,
  outlet_ids     bigint[] not null check (cardinality(outlet_ids) > 0),
  topics         text[] not null check (cardinality(topics) > 0),
  data_from      date not null,
  data_until     date not null,
  preferred_days date[] not null,
  note           text not null,
  requested_by   uuid not null,
  request_key    uuid,
  requested_at   timestamptz not null,
  check (data_from <= data_until),
  unique (requested_by, request_key)
);
create index checkup_of_site on checkup (site_id, requested_at);

create table consent (
  checkup_id uuid primary key references checkup,
  version    text not null,
  language   text not null,
  sha256     text not null,
  account_id uuid not null,
  name_zh    text not null,
  name_en    text not null,
  role       text not null check (role = 'director'),
  given_at   timestamptz not null,
  foreign key (version, language, sha256) references terms_text (version, language, sha256)
);

create table checkup_history (
  checkup_id uuid not null references checkup,
  position   int not null,
  state      text not null,
  at         timestamptz not null,
  account_id uuid not null,
  by_zh      text not null,
  by_en      text not null,
  primary key (checkup_id, position)
);

create table appointment (
  checkup_id  uuid primary key references checkup,
  expert_id   uuid not null,
  during      tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  released_at timestamptz,
  -- One expert is never in two places: not even when two confirmations arrive at the same moment.
  constraint expert_booked_once exclude using gist (expert_id with =, during with &&) where (released_at is null)
);

create schema sealed;

-- Answers and advice as events. Everything that was said is in `content`, so that the column can hold ciphertext one day;
-- nothing that was said is in an index.
create table sealed.statement (
  id              uuid primary key,
  position        bigint generated always as identity,
  checkup_id      uuid not null references checkup,
  purpose         text not null default 'voluntary_service' check (purpose = 'voluntary_service'),
  kind            text not null check (kind in ('answer', 'advice')),
  account_id      uuid not null,
  written_at      timestamptz not null,
  idempotency_key uuid,
  content         text not null,
  unique (checkup_id, account_id, idempotency_key)
);
create index statement_of_checkup on sealed.statement (checkup_id, position);

-- The report as it stood at the closing meeting.
create table sealed.report (
  checkup_id  uuid primary key references checkup,
  purpose     text not null default 'voluntary_service' check (purpose = 'voluntary_service'),
  prepared_at timestamptz not null,
  content     text not null
);

-- What remains of deleted statements and reports: that, when, why and how many.
create table sealed.destruction (
  checkup_id uuid not null references checkup,
  at         timestamptz not null,
  reason     text not null check (reason in ('withdrawn', 'retention')),
  statements int not null,
  reports    int not null,
  primary key (checkup_id, reason)
);

-- Who opened or wrote what, and who was refused.
create table sealed.access (
  id         bigint generated always as identity primary key,
  checkup_id uuid not null references checkup,
  at         timestamptz not null,
  account_id uuid not null,
  by_zh      text not null,
  by_en      text not null,
  role       text not null,
  what       text not null check (what in ('visit-read', 'answer-written', 'advice-written', 'report-read', 'refused'))
);
create index access_of_checkup on sealed.access (checkup_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on sealed.access
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on sealed.destruction
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on checkup_history
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on consent
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on terms_text
  for each statement execute function refuse_change();
create trigger never_changed before update or truncate on sealed.statement
  for each statement execute function refuse_change();
create trigger never_changed before update or truncate on sealed.report
  for each statement execute function refuse_change();

-- Statements and reports go only with a check-up that was withdrawn, or closed long enough ago.
create function refuse_early_deletion() returns trigger language plpgsql as $$
begin
  if not exists (select from checkup where id = old.checkup_id and state in ('Withdrawn', 'Closed')) then
    raise exception 'a check-up under way keeps its statements';
  end if;
  return old;
end $$;

create trigger kept_while_under_way before delete on sealed.statement
  for each row execute function refuse_early_deletion();
create trigger kept_while_under_way before delete on sealed.report
  for each row execute function refuse_early_deletion();

-- What was asked for and accepted does not change afterwards; only the state moves.
create function refuse_changed_request() returns trigger language plpgsql as $$
begin
  if (old.id, old.number, old.purpose, old.site_id, old.outlet_ids, old.topics, old.data_from, old.data_until, old.preferred_days,
      old.note, old.requested_by, old.requested_at)
     is distinct from
     (new.id, new.number, new.purpose, new.site_id, new.outlet_ids, new.topics, new.data_from, new.data_until, new.preferred_days,
      new.note, new.requested_by, new.requested_at) then
    raise exception 'a request is not changed after it was made';
  end if;
  return new;
end $$;

create trigger request_stands before update on checkup
  for each row execute function refuse_changed_request();
