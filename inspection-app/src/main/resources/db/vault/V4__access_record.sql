-- The access record as hash chains, one per check-up and one (of nulls) for what belongs to none. What an entry is made of and how its
-- hash is computed stands in docs/access-record.md; anybody can redo it.

-- The end of every chain. Its row is the lock under which a chain grows.
create table sealed.chain (
  id     uuid primary key,
  length bigint not null default 0,
  head   text   not null default repeat('0', 64) check (head ~ '^[0-9a-f]{64}$')
);

create table sealed.entry (
  chain      uuid not null references sealed.chain,
  position   bigint not null check (position > 0),
  at         timestamptz not null,
  account_id uuid not null,
  by_zh      text not null,
  by_en      text not null,
  role       text not null,
  origin     text not null check (origin in ('this-machine', 'private-network', 'internet', 'server', 'not-known')),
  what       text not null check (what ~ '^[a-z-]+$'),
  why        text not null check (why ~ '^[a-z-]+$'),
  detail     text not null,
  previous   text not null check (previous ~ '^[0-9a-f]{64}$'),
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (chain, position)
);

-- Name, length in bytes, value: no value can pretend to be another field, whatever stands in it.
create function sealed.field(name text, value text) returns text language sql immutable strict
set search_path = pg_catalog
return name || ' ' || octet_length(convert_to(value, 'UTF8')) || ':' || value || E'\n';

create function sealed.visit_hash(id uuid) returns text language sql immutable strict
set search_path = pg_catalog
return encode(sha256(convert_to(E'tijian-visit-1\n' || id::text, 'UTF8')), 'hex');

create function sealed.entry_hash(e sealed.entry) returns text language sql immutable strict
set search_path = pg_catalog
return encode(sha256(convert_to(
  E'tijian-access-1\n'
  || sealed.field('visit', sealed.visit_hash(e.chain))
  || sealed.field('position', e.position::text)
  || sealed.field('previous', e.previous)
  || sealed.field('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
  || sealed.field('account', e.account_id::text)
  || sealed.field('by-zh', e.by_zh)
  || sealed.field('by-en', e.by_en)
  || sealed.field('role', e.role)
  || sealed.field('origin', e.origin)
  || sealed.field('what', e.what)
  || sealed.field('why', e.why)
  || sealed.field('detail', e.detail), 'UTF8')), 'hex');

-- The only way in. Position and previous hash are not the caller's to say; the chain's row stays locked until the caller's
-- transaction ends, so that two entries never follow the same one and one that is rolled back leaves no gap.
create function sealed.add_entry(
  of_chain uuid, at timestamptz, account_id uuid, by_zh text, by_en text, role text, origin text, what text, why text, detail text)
returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  e sealed.entry;
begin
  insert into sealed.chain (id) values (of_chain) on conflict do nothing;
  select c.id, c.length + 1, c.head into e.chain, e.position, e.previous from sealed.chain c where c.id = of_chain for update;
  e.at := at; e.account_id := account_id; e.by_zh := by_zh; e.by_en := by_en; e.role := role;
  e.origin := origin; e.what := what; e.why := why; e.detail := detail;
  e.hash := sealed.entry_hash(e);
  insert into sealed.entry values (e.*);
  update sealed.chain c set length = e.position, head = e.hash where c.id = of_chain;
  return e.position;
end $$;

-- The keys that sign heads. A new one is added beside the old ones.
create table sealed.head_key (
  id         text primary key check (id ~ '^[0-9a-f]{16}$'),
  public_key bytea not null,
  since      timestamptz not null
);

-- Published heads: each over the ends of all chains, each naming the one before.
create table sealed.head (
  number    bigint primary key check (number > 0),
  at        timestamptz not null,
  chains    bigint not null,
  root      text not null check (root ~ '^[0-9a-f]{64}$'),
  previous  text not null check (previous ~ '^[0-9a-f]{64}$'),
  key_id    text not null references sealed.head_key,
  hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
  signature bytea not null
);

-- Where a chain ended at a head: a row only when it had grown since the head before.
create table sealed.head_chain (
  number bigint not null references sealed.head,
  chain  uuid   not null references sealed.chain,
  length bigint not null check (length > 0),
  head   text   not null,
  primary key (chain, number)
);

create function sealed.add_head_key(id text, public_key bytea, since timestamptz) returns void language sql security definer
set search_path = pg_catalog, pg_temp
begin atomic
  insert into sealed.head_key values (id, public_key, since) on conflict do nothing;
end;

-- Takes the grown chains with their ends; refuses a head that does not follow the newest one.
create function sealed.add_head(
  number bigint, at timestamptz, chains bigint, root text, previous text, key_id text, hash text, signature bytea,
  grown uuid[], lengths bigint[], ends text[])
returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  newest sealed.head;
begin
  select * into newest from sealed.head h order by h.number desc limit 1;
  if number <> coalesce(newest.number, 0) + 1 or previous <> coalesce(newest.hash, repeat('0', 64)) then
    raise exception 'a head follows the newest one';
  end if;
  insert into sealed.head values (number, at, chains, root, previous, key_id, hash, signature);
  insert into sealed.head_chain select add_head.number, g.* from unnest(grown, lengths, ends) g;
end $$;

create function sealed.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on sealed.entry
  for each statement execute function sealed.refuse_change();
create trigger append_only before update or delete or truncate on sealed.head
  for each statement execute function sealed.refuse_change();
create trigger append_only before update or delete or truncate on sealed.head_chain
  for each statement execute function sealed.refuse_change();
create trigger append_only before update or delete or truncate on sealed.head_key
  for each statement execute function sealed.refuse_change();
create trigger never_shorter before delete or truncate on sealed.chain
  for each statement execute function sealed.refuse_change();

-- A chain only grows, by one entry at a time.
create function sealed.refuse_shrinking() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.length <> old.length + 1 then
    raise exception 'a chain grows by one entry at a time';
  end if;
  return new;
end $$;

create trigger only_grows before update on sealed.chain for each row execute function sealed.refuse_shrinking();

-- A function is everybody's unless one says otherwise. Who may call these is granted by name.
revoke all on function sealed.add_entry, sealed.add_head, sealed.add_head_key from public;

-- What was recorded before becomes the beginning of the chains. Where from and why was not recorded then.
select sealed.add_entry(a.checkup_id, a.at, a.account_id, a.by_zh, a.by_en, a.role, 'not-known', a.what, 'not-recorded', '')
  from (select * from sealed.access order by id) a;
drop table sealed.access;

-- Certificates of deletion (T-33): which key went, and where the record says so.
alter table sealed.destruction add column key_id text not null default 'none', add column position bigint not null default 0;
