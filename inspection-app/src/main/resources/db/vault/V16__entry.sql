-- Who came through the gate of an enterprise for a visit and left again: names and times, nothing of what was seen.

create table entry_passage (
  id          uuid primary key,
  checkup_id  uuid not null references checkup,
  expert_id   uuid not null references account,
  direction   text not null check (direction in ('in', 'out')),
  -- By the clock of whoever stood at the gate; a telephone without a network tells it later.
  at          timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  by_zh       text not null,
  by_en       text not null
);
create index entry_passage_of_checkup on entry_passage (checkup_id, at);
create trigger append_only before update or delete or truncate on entry_passage
  for each statement execute function refuse_change();

-- Which visits there are in a week, for the entry-code system.
create index appointment_during on appointment using gist (during);
