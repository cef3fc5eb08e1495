-- Whether the office has found out that who registered an enterprise is the enterprise (docs/adr/0031-confirmed-enterprises.md). An
-- enterprise without a row was there before anybody asked, and counts as confirmed.

create table enterprise_standing (
  site_id  bigint primary key,
  waiting  boolean not null,
  since    timestamptz not null,
  -- what the office asked the enterprise, as long as it waits
  question text check (question is null or waiting)
);
create index enterprise_waiting on enterprise_standing (site_id) where waiting;

create table enterprise_standing_change (
  site_id    bigint not null,
  position   int not null,
  kind       text not null check (kind in ('registered', 'code-changed', 'asked', 'confirmed')),
  at         timestamptz not null,
  account_id uuid not null references account,
  by_zh      text not null,
  by_en      text not null,
  -- the credit code that it was about
  code       text,
  primary key (site_id, position)
);
create trigger append_only before update or delete or truncate on enterprise_standing_change
  for each statement execute function refuse_change();
