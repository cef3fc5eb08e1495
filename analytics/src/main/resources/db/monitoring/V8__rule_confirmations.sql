-- Who looked up a rule of the packs in the bought standard, with clause and page. The packs are never edited for it;
-- a confirmation that was withdrawn stays, with the account and the moment of that.
create table rule_confirmation (
  id           bigint generated always as identity primary key,
  rule_id      text        not null check (rule_id <> ''),
  edition      text        not null check (edition <> ''),
  confirmed_by text        not null check (confirmed_by <> ''),
  confirmed_at timestamptz not null,
  clause       text        not null check (clause <> ''),
  page         text        not null check (page <> ''),
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (withdrawn_at >= confirmed_at)
);

create index rule_confirmation_by_rule on rule_confirmation (rule_id, edition, confirmed_at desc);
