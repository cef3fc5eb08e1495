-- Programmes of the office, drafts of requests, every version of a request, and questions that only enterprise and experts read.

create sequence programme_number;

create table programme (
  id            uuid primary key,
  number        text not null unique,
  title_zh      text not null,
  title_en      text not null,
  text_zh       text not null,
  text_en       text not null,
  topics        text[] not null check (cardinality(topics) > 0),
  starts_on     date not null,
  ends_on       date not null,
  -- whom it is for; an empty condition holds for everybody
  places        text[] not null,
  medium        text check (medium in ('gas', 'water')),
  factors       text[] not null,
  fuels         text[] not null,
  industries    text[] not null,
  terms_version text not null,
  state         text not null check (state in ('Draft', 'Published', 'Ended')),
  version       int not null default 1,
  request_key   uuid unique,
  made_by       uuid not null references account,
  made_at       timestamptz not null,
  published_at  timestamptz,
  ended_at      timestamptz,
  check (starts_on <= ends_on)
);
create index programme_newest on programme (made_at desc, number desc);

-- Enterprises that a programme fits, with the reason in words.
create table programme_fit (
  programme_id uuid not null references programme,
  site_id      bigint not null,
  outlet_ids   bigint[] not null,
  reason_zh    text not null,
  reason_en    text not null,
  found_at     timestamptz not null,
  primary key (programme_id, site_id)
);
create index programme_fit_of_site on programme_fit (site_id);

-- A request that is being written, kept at every step so that it goes on on another device.
create table request_draft (
  id           uuid primary key,
  site_id      bigint not null,
  programme_id uuid references programme,
  step         int not null,
  version      int not null,
  content      jsonb not null,
  changed_by   uuid not null references account,
  by_zh        text not null,
  by_en        text not null,
  changed_at   timestamptz not null
);
create index request_draft_of_site on request_draft (site_id, changed_at desc);

-- What is to be asked of the experts: sealed for each director, because the office reads requests.
create table request_draft_questions (
  draft_id   uuid not null references request_draft on delete cascade,
  account_id uuid not null references account,
  sealed     bytea not null,
  primary key (draft_id, account_id)
);

create table checkup_programme (
  checkup_id   uuid primary key references checkup,
  programme_id uuid not null references programme
);
create index checkup_of_programme on checkup_programme (programme_id);

create table request_version (
  checkup_id uuid not null references checkup,
  version    int not null,
  at         timestamptz not null,
  account_id uuid not null,
  by_zh      text not null,
  by_en      text not null,
  content    jsonb not null,
  primary key (checkup_id, version)
);
create trigger append_only before update or delete or truncate on request_version
  for each statement execute function refuse_change();

create table question (
  id         uuid primary key,
  checkup_id uuid not null references checkup,
  asked_by   uuid not null references account,
  by_zh      text not null,
  by_en      text not null,
  asked_at   timestamptz not null
);
create index question_of_checkup on question (checkup_id, asked_at);

create table question_copy (
  question_id uuid not null references question on delete cascade,
  account_id  uuid not null references account,
  sealed      bytea not null,
  primary key (question_id, account_id)
);

-- Until the visit is arranged the enterprise may ask for something else; who asked, for whom and when never changes.
create or replace function refuse_changed_request() returns trigger language plpgsql as $$
begin
  if (old.id, old.number, old.purpose, old.site_id, old.requested_by, old.requested_at)
     is distinct from (new.id, new.number, new.purpose, new.site_id, new.requested_by, new.requested_at) then
    raise exception 'a request is not changed after it was made';
  end if;
  if (old.outlet_ids, old.topics, old.data_from, old.data_until, old.preferred_days, old.note)
     is distinct from (new.outlet_ids, new.topics, new.data_from, new.data_until, new.preferred_days, new.note)
     and (old.state not in ('Requested', 'Accepted') or new.state is distinct from old.state) then
    raise exception 'a request is not changed after the visit was arranged';
  end if;
  return new;
end $$;
