-- Pauses of a visit (rule 5): who said what when. There is no column for what was met, and there will be none.

alter table account drop constraint account_role_check;
alter table account add constraint account_role_check check (role in ('DIRECTOR', 'EXPERT', 'OFFICE', 'GATEKEEPER'));

alter table checkup drop constraint checkup_state_check;
alter table checkup add constraint checkup_state_check check (state in
  ('Requested', 'Accepted', 'Scheduled', 'InProgress', 'Paused', 'Closing', 'Closed', 'Withdrawn', 'Excluded'));

create table gate (
  id            uuid primary key,
  checkup_id    uuid not null references checkup,
  kind          text not null check (kind in ('imminent-danger', 'outside-programme')),
  raised_by     uuid not null,
  by_zh         text not null,
  by_en         text not null,
  raised_at     timestamptz not null,
  hearing_until timestamptz,
  acted_at      timestamptz,
  heard_at      timestamptz,
  outcome       text check (outcome in ('resumed', 'excluded')),
  settled_at    timestamptz,
  check ((outcome is null) = (settled_at is null)),
  check ((kind = 'outside-programme') = (hearing_until is not null)),
  -- Nobody decides on a danger, and no danger ends the protection.
  check (kind = 'outside-programme' or outcome is distinct from 'excluded')
);
create unique index one_open_gate on gate (checkup_id) where outcome is null;
create index gate_of_checkup on gate (checkup_id, raised_at);

create table gate_vote (
  gate_id    uuid not null references gate,
  account_id uuid not null,
  by_zh      text not null,
  by_en      text not null,
  applies    boolean not null,
  at         timestamptz not null,
  primary key (gate_id, account_id)
);

create trigger append_only before update or delete or truncate on gate_vote
  for each statement execute function refuse_change();
create trigger never_deleted before delete or truncate on gate
  for each statement execute function refuse_change();

-- The policy file of every version to the letter, as the terms are kept.
create table policy_text (
  version text primary key,
  text    text not null,
  sha256  text not null
);
create trigger append_only before update or delete or truncate on policy_text
  for each statement execute function refuse_change();
