-- Follow-up of improvement items (docs/adr/0020-follow-up.md). What is said lies sealed in sealed.statement; here stands only that the
-- enterprise completed it, and the day on which somebody wants to be reminded: a day that the person chose, never that of an item.

alter table sealed.statement drop constraint statement_kind_check;
alter table sealed.statement add constraint statement_kind_check
  check (kind in ('answer', 'advice', 'dissent', 'date', 'document', 'question', 'reply', 'follow_up'));

create table follow_up_completion (
  checkup_id uuid primary key references checkup,
  at         timestamptz not null,
  by_zh      text not null,
  by_en      text not null
);
create trigger append_only before update or delete or truncate on follow_up_completion
  for each statement execute function refuse_change();

create table follow_up_reminder (
  checkup_id uuid not null references checkup,
  account_id uuid not null references account,
  day        date not null,
  told_at    timestamptz,
  primary key (checkup_id, account_id)
);
create index follow_up_reminder_due on follow_up_reminder (day) where told_at is null;
