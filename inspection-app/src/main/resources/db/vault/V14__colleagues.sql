-- People of an enterprise who may do some of what its directors may (docs/adr/0019-colleagues.md).

alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
  check (role in ('DIRECTOR', 'COLLEAGUE', 'EXPERT', 'OFFICE', 'GATEKEEPER'));
alter table account drop constraint account_check;
alter table account add constraint account_site_check check ((role in ('DIRECTOR', 'COLLEAGUE')) = (site_id is not null));

alter table account
  add column rights   text[] not null default '{}'
    check (rights <@ array['READINGS', 'LOGGERS', 'DOCUMENTS', 'REQUESTS', 'FINDINGS']),
  -- A person who left signs in no more; the name stays in what was written.
  add column ended_at timestamptz,
  add constraint account_rights_of_colleagues check (role = 'COLLEAGUE' or rights = '{}');
create index account_of_site on account (site_id) where site_id is not null;
