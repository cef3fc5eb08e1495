-- The newest proposal of the matching, until its visits are arranged or another one is asked for.

create table matching_run (
  id          uuid primary key,
  asked_by    uuid not null references account,
  asked_at    timestamptz not null,
  finished_at timestamptz not null,
  hard        int not null,
  soft        int not null
);

create table matching_proposal (
  run_id     uuid not null references matching_run on delete cascade,
  checkup_id uuid not null references checkup,
  -- the lead first
  expert_ids uuid[] not null,
  during     tstzrange not null,
  primary key (run_id, checkup_id)
);

-- What helped and what it costs, a line for each rule that had a say.
create table matching_reason (
  run_id     uuid not null,
  checkup_id uuid not null,
  rule       text not null,
  points     int not null,
  primary key (run_id, checkup_id, rule),
  foreign key (run_id, checkup_id) references matching_proposal on delete cascade
);
