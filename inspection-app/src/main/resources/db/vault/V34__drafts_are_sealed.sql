-- A request that is being written belongs to the enterprise alone until it is sent: all of it is sealed, for each person who may write it.

create table request_draft_copy (
  draft_id   uuid not null references request_draft on delete cascade,
  account_id uuid not null references account,
  sealed     bytea not null,
  primary key (draft_id, account_id)
);

-- Who wrote in a draft, and from when until when; the director who signs sees it.
create table request_draft_writer (
  draft_id   uuid not null references request_draft on delete cascade,
  account_id uuid not null references account,
  by_zh      text not null,
  by_en      text not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  primary key (draft_id, account_id)
);

insert into request_draft_writer (draft_id, account_id, by_zh, by_en, first_at, last_at)
select id, changed_by, by_zh, by_en, changed_at, changed_at from request_draft;

-- What drafts from before still hold in the clear is sealed when the server starts (DraftsFromBefore), and nothing is written here again.
alter table request_draft alter column content drop not null;
alter table request_draft add constraint request_draft_sealed check (content is null) not valid;
