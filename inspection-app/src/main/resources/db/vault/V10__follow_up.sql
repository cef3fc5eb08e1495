-- What the enterprise says to its advice, sealed as the advice is; and complaints, sealed for each reader.

alter table sealed.statement drop constraint statement_kind_check;
alter table sealed.statement add constraint statement_kind_check check (kind in ('answer', 'advice', 'dissent', 'date'));

create table complaint (
  id          uuid primary key,
  site_id     bigint not null,
  by_zh       text not null,
  by_en       text not null,
  at          timestamptz not null,
  answer_by   timestamptz not null,
  answered_zh text,
  answered_en text,
  answered_at timestamptz
);
create index complaint_of_site on complaint (site_id, at);

create table complaint_copy (
  complaint_id uuid not null references complaint,
  account_id   uuid not null references account,
  part         text not null check (part in ('text', 'answer')),
  sealed       bytea not null,
  primary key (complaint_id, account_id, part)
);
create trigger append_only before update or delete or truncate on complaint_copy
  for each statement execute function refuse_change();
create trigger never_deleted before delete or truncate on complaint
  for each statement execute function refuse_change();
