-- Sealing (docs/adr/0013-sealed-visit.md). What was said in a visit is ciphertext; its key is here only wrapped for persons, and opens
-- nothing without a share that is kept outside this database.

-- The key pair of a person: the private key is enciphered under the password, and once more under the recovery code.
create table person_key (
  account_id       uuid primary key references account,
  public_key       bytea not null check (octet_length(public_key) = 32),
  -- Argon2id, for the password alone: not the salt and not the cost of the hash that the sign-in compares.
  salt             bytea not null check (octet_length(salt) >= 16),
  memory_kib       int not null check (memory_kib > 0),
  passes           int not null check (passes > 0),
  lanes            int not null check (lanes > 0),
  by_password      bytea not null,
  by_recovery      bytea,
  recovery_made_at timestamptz,
  -- When the person said that the code was written down; until then it is shown anew.
  recovery_kept_at timestamptz,
  made_at          timestamptz not null
);

-- Which key a visit is sealed with. The hash of its proof tells nothing of the key.
create table sealed.visit_key (
  checkup_id   uuid primary key references checkup,
  id           uuid not null unique,
  proof_sha256 bytea not null check (octet_length(proof_sha256) = 32),
  made_at      timestamptz not null
);

-- For whom the key is wrapped. Without `wrapped`: for whom it is to be wrapped by the next session that holds it.
create table sealed.key_grant (
  checkup_id uuid not null references sealed.visit_key,
  account_id uuid not null references account,
  wrapped    bytea,
  asked_at   timestamptz not null,
  until      timestamptz,
  primary key (checkup_id, account_id)
);
create index key_grant_of_account on sealed.key_grant (account_id);

-- Keys that are no more: their shares are removed again if one comes back with a restored directory.
create table sealed.destroyed_key (
  id uuid primary key,
  at timestamptz not null
);

-- Which visit a transaction has shown the key of. Emptied by a restart of the server, which ends every transaction.
create unlogged table sealed.binding (
  pid        int primary key,
  xid        xid8 not null,
  checkup_id uuid not null
);

-- Photos and papers of a visit: name, type and item are sealed as the content is.
create table sealed.file (
  id         uuid primary key,
  position   bigint generated always as identity,
  checkup_id uuid not null references checkup,
  purpose    text not null default 'voluntary_service' check (purpose = 'voluntary_service'),
  account_id uuid not null,
  written_at timestamptz not null,
  sealed     bytea not null
);
create index file_of_checkup on sealed.file (checkup_id, position);

create table sealed.file_part (
  file_id    uuid not null references sealed.file,
  position   int not null,
  checkup_id uuid not null references checkup,
  sealed     bytea not null,
  primary key (file_id, position)
);
-- Ciphertext does not get smaller.
alter table sealed.file_part alter column sealed set storage external;

-- Statements and reports from before: in the clear until somebody signs in for whom their visit's key can be wrapped.
alter table sealed.statement rename column content to unsealed;
alter table sealed.statement alter column unsealed drop not null;
alter table sealed.statement add column sealed bytea;
alter table sealed.statement add constraint sealed_or_from_before check ((sealed is null) <> (unsealed is null));
alter table sealed.report rename column content to unsealed;
alter table sealed.report alter column unsealed drop not null;
alter table sealed.report add column sealed bytea;
alter table sealed.report add constraint sealed_or_from_before check ((sealed is null) <> (unsealed is null));

drop trigger never_changed on sealed.statement;
drop trigger never_changed on sealed.report;

-- The one change there is: what was in the clear becomes sealed.
create function sealed.refuse_all_but_sealing() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.unsealed is null or new.unsealed is not null or new.sealed is null
     or to_jsonb(old) - 'sealed' - 'unsealed' <> to_jsonb(new) - 'sealed' - 'unsealed' then
    raise exception '% is never changed', tg_table_name;
  end if;
  return new;
end $$;

create trigger never_changed before update on sealed.statement
  for each row execute function sealed.refuse_all_but_sealing();
create trigger never_changed before update on sealed.report
  for each row execute function sealed.refuse_all_but_sealing();
create trigger never_emptied before truncate on sealed.statement
  for each statement execute function refuse_change();
create trigger never_emptied before truncate on sealed.report
  for each statement execute function refuse_change();
create trigger never_changed before update or truncate on sealed.file
  for each statement execute function refuse_change();
create trigger never_changed before update or truncate on sealed.file_part
  for each statement execute function refuse_change();
-- It is also called from functions that look in no schema but the system's.
alter function refuse_early_deletion() set search_path = public, pg_temp;

create trigger kept_while_under_way before delete on sealed.file
  for each row execute function refuse_early_deletion();

-- The second lock: a row exists only for the transaction that has shown the key of its visit.

create function sealed.bound_visit() returns uuid language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select checkup_id from sealed.binding where pid = pg_backend_pid() and xid = pg_current_xact_id_if_assigned()
$$;

create function sealed.bind(visit uuid, proof bytea) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from sealed.visit_key k where k.checkup_id = visit and k.proof_sha256 = sha256(proof)) then
    raise exception 'this is not the key of the visit' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.binding values (pg_backend_pid(), pg_current_xact_id(), visit)
    on conflict (pid) do update set xid = excluded.xid, checkup_id = excluded.checkup_id;
end $$;

alter table sealed.statement enable row level security;
alter table sealed.statement force row level security;
create policy bound_visit_only on sealed.statement
  using (checkup_id = (select sealed.bound_visit())) with check (checkup_id = (select sealed.bound_visit()));
alter table sealed.report enable row level security;
alter table sealed.report force row level security;
create policy bound_visit_only on sealed.report
  using (checkup_id = (select sealed.bound_visit())) with check (checkup_id = (select sealed.bound_visit()));
alter table sealed.file enable row level security;
alter table sealed.file force row level security;
create policy bound_visit_only on sealed.file
  using (checkup_id = (select sealed.bound_visit())) with check (checkup_id = (select sealed.bound_visit()));
alter table sealed.file_part enable row level security;
alter table sealed.file_part force row level security;
create policy bound_visit_only on sealed.file_part
  using (checkup_id = (select sealed.bound_visit())) with check (checkup_id = (select sealed.bound_visit()));

-- Keys are handled through these alone; the application's role has no other way to the tables of keys.

-- A visit has one key for ever: a second one would be a way around the first.
create function sealed.add_visit_key(visit uuid, key uuid, proof bytea, at timestamptz) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from sealed.destruction d where d.checkup_id = visit) then
    raise exception 'what was said in this visit is destroyed' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.visit_key values (visit, key, sha256(proof), at);
  perform sealed.bind(visit, proof);
end $$;

-- Only whoever has shown the key can give it on; a wrapped key is not replaced.
create function sealed.grant_key(account uuid, wrapped_key bytea, at timestamptz) returns boolean language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if sealed.bound_visit() is null then
    raise exception 'no visit is bound' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.key_grant as g (checkup_id, account_id, wrapped, asked_at) values (sealed.bound_visit(), account, wrapped_key, at)
    on conflict (checkup_id, account_id) do update set wrapped = excluded.wrapped where g.wrapped is null;
  return found;
end $$;

create function sealed.key_of(visit uuid, account uuid)
returns table (id uuid, wrapped bytea, until timestamptz, waiting boolean, others_wait boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select k.id, g.wrapped, g.until, g.account_id is not null and g.wrapped is null,
         exists (select from sealed.key_grant w where w.checkup_id = k.checkup_id and w.wrapped is null)
    from sealed.visit_key k left join sealed.key_grant g on g.checkup_id = k.checkup_id and g.account_id = account
   where k.checkup_id = visit
$$;

create function sealed.key_holders(visit uuid) returns table (account_id uuid, waiting boolean, until timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select g.account_id, g.wrapped is null, g.until from sealed.key_grant g where g.checkup_id = visit
$$;

create function sealed.limit_grant(visit uuid, account uuid, ends timestamptz) returns void language sql security definer
set search_path = pg_catalog, pg_temp as $$
  update sealed.key_grant g set until = least(g.until, ends) where g.checkup_id = visit and g.account_id = account
$$;

create function sealed.end_grants(now timestamptz) returns table (checkup_id uuid, account_id uuid, key_id uuid)
language sql security definer
set search_path = pg_catalog, pg_temp as $$
  delete from sealed.key_grant g using sealed.visit_key k where k.checkup_id = g.checkup_id and g.until <= now
  returning g.checkup_id, g.account_id, k.id
$$;

-- Deletes what was said in a visit, and every wrapped copy of its key. Needs no key: it can read nothing, and
-- refuse_early_deletion() lets it touch no visit that is under way.
create function sealed.destroy(visit uuid, at timestamptz)
returns table (key_id uuid, statements int, reports int, files int) language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.checkup c where c.id = visit and c.state in ('Withdrawn', 'Closed')) then
    raise exception 'a check-up under way keeps its statements';
  end if;
  insert into sealed.binding values (pg_backend_pid(), pg_current_xact_id(), visit)
    on conflict (pid) do update set xid = excluded.xid, checkup_id = excluded.checkup_id;
  delete from sealed.file_part p where p.checkup_id = visit;
  delete from sealed.file f where f.checkup_id = visit;
  get diagnostics files = row_count;
  delete from sealed.statement s where s.checkup_id = visit;
  get diagnostics statements = row_count;
  delete from sealed.report r where r.checkup_id = visit;
  get diagnostics reports = row_count;
  delete from sealed.binding b where b.pid = pg_backend_pid();
  delete from sealed.key_grant g where g.checkup_id = visit;
  delete from sealed.visit_key k where k.checkup_id = visit returning k.id into key_id;
  if key_id is not null then
    insert into sealed.destroyed_key values (key_id, at);
  end if;
  return next;
end $$;

-- A key that has sealed nothing may be replaced: when the expert changes, or is there before anybody who holds it.
create function sealed.drop_unused_key(visit uuid) returns uuid language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  dropped uuid;
begin
  insert into sealed.binding values (pg_backend_pid(), pg_current_xact_id(), visit)
    on conflict (pid) do update set xid = excluded.xid, checkup_id = excluded.checkup_id;
  if not exists (select from sealed.statement s where s.checkup_id = visit)
     and not exists (select from sealed.report r where r.checkup_id = visit)
     and not exists (select from sealed.file f where f.checkup_id = visit) then
    delete from sealed.key_grant g where g.checkup_id = visit;
    delete from sealed.visit_key k where k.checkup_id = visit returning k.id into dropped;
  end if;
  delete from sealed.binding b where b.pid = pg_backend_pid();
  return dropped;
end $$;

create function sealed.destroyed_keys() returns setof uuid language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select id from sealed.destroyed_key
$$;

-- A function is everybody's unless one says otherwise.
revoke all on function sealed.bound_visit, sealed.bind, sealed.add_visit_key, sealed.grant_key, sealed.key_of, sealed.key_holders,
  sealed.limit_grant, sealed.end_grants, sealed.destroy, sealed.drop_unused_key, sealed.destroyed_keys from public;

alter table sealed.destruction drop constraint destruction_reason_check;
alter table sealed.destruction add constraint destruction_reason_check check (reason in ('withdrawn', 'retention', 'demand'));
alter table sealed.access drop constraint access_what_check;
