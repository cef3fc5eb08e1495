-- Documents of an enterprise (docs/adr/0021-documents.md). Every version is sealed with a key of its own, which lies here under the key of
-- the enterprise and opens nothing without a share outside this database. In the clear stand only whose it is, when it came and how
-- long it is; and until when it is valid, because whoever reminds has no key.

create table sealed.site_key (
  site_id      bigint primary key,
  id           uuid not null unique,
  proof_sha256 bytea not null check (octet_length(proof_sha256) = 32),
  made_at      timestamptz not null
);

create table sealed.site_grant (
  site_id    bigint not null references sealed.site_key,
  account_id uuid not null references account,
  wrapped    bytea not null,
  at         timestamptz not null,
  primary key (site_id, account_id)
);

-- Which enterprise's key a transaction has shown, and which document's.
create unlogged table sealed.site_binding (
  pid     int primary key,
  xid     xid8 not null,
  site_id bigint not null
);
create unlogged table sealed.document_binding (
  pid         int primary key,
  xid         xid8 not null,
  document_id uuid not null
);

-- One version of a document; paper_id is the same for all its versions.
create table sealed.document (
  id           uuid primary key,
  paper_id     uuid not null,
  position     bigint generated always as identity,
  site_id      bigint not null references sealed.site_key,
  account_id   uuid not null,
  written_at   timestamptz not null,
  wrapped      bytea not null,
  sealed       bytea not null
);
create index document_of_site on sealed.document (site_id, position);
create index document_of_paper on sealed.document (paper_id);

create table sealed.document_part (
  document_id uuid not null references sealed.document,
  position    int not null,
  site_id     bigint not null,
  sealed      bytea not null,
  primary key (document_id, position)
);
alter table sealed.document_part alter column sealed set storage external;

-- Until when the newest version is valid: the one thing that is told of a document without its key.
create table sealed.document_term (
  paper_id    uuid primary key,
  document_id uuid not null references sealed.document on delete cascade,
  site_id     bigint not null,
  valid_until date
);
create index document_term_ends on sealed.document_term (valid_until) where valid_until is not null;

-- What remains of a destroyed version: that and when, and the entry of the access record that says so.
create table sealed.destroyed_document (
  id       uuid primary key,
  site_id  bigint not null,
  at       timestamptz not null,
  position bigint not null
);
create index destroyed_document_of_site on sealed.destroyed_document (site_id, position);

create trigger never_changed before update or truncate on sealed.document
  for each statement execute function refuse_change();
create trigger never_changed before update or truncate on sealed.document_part
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on sealed.destroyed_document
  for each statement execute function refuse_change();

create function sealed.bound_site() returns bigint language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select site_id from sealed.site_binding where pid = pg_backend_pid() and xid = pg_current_xact_id_if_assigned()
$$;

create function sealed.bound_document() returns uuid language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select document_id from sealed.document_binding where pid = pg_backend_pid() and xid = pg_current_xact_id_if_assigned()
$$;

alter table sealed.document enable row level security;
alter table sealed.document force row level security;
create policy bound_site_only on sealed.document
  using (site_id = (select sealed.bound_site())) with check (site_id = (select sealed.bound_site()));
-- The content also for whoever has shown the key of the document itself: an expert to whom it was handed in.
alter table sealed.document_part enable row level security;
alter table sealed.document_part force row level security;
create policy bound_site_or_document_only on sealed.document_part
  using (site_id = (select sealed.bound_site()) or document_id = (select sealed.bound_document()))
  with check (site_id = (select sealed.bound_site()));

create function sealed.bind_site(site bigint, proof bytea) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from sealed.site_key k where k.site_id = site and k.proof_sha256 = sha256(proof)) then
    raise exception 'this is not the key of the enterprise' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.site_binding values (pg_backend_pid(), pg_current_xact_id(), site)
    on conflict (pid) do update set xid = excluded.xid, site_id = excluded.site_id;
end $$;

-- The hash of a document's proof stands apart from its row, which only the enterprise's key makes visible.
create table sealed.document_proof (
  document_id  uuid primary key references sealed.document on delete cascade,
  proof_sha256 bytea not null check (octet_length(proof_sha256) = 32)
);

create function sealed.bind_document(document uuid, proof bytea) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from sealed.document_proof p where p.document_id = document and p.proof_sha256 = sha256(proof)) then
    raise exception 'this is not the key of the document' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.document_binding values (pg_backend_pid(), pg_current_xact_id(), document)
    on conflict (pid) do update set xid = excluded.xid, document_id = excluded.document_id;
end $$;

-- An enterprise has one key; whoever made it has shown it.
create function sealed.add_site_key(site bigint, key uuid, proof bytea, at timestamptz) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  insert into sealed.site_key values (site, key, sha256(proof), at);
  perform sealed.bind_site(site, proof);
end $$;

-- Only whoever has shown the key can give it on; a wrapped key is not replaced.
create function sealed.grant_site_key(account uuid, wrapped_key bytea, at timestamptz) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if sealed.bound_site() is null then
    raise exception 'no enterprise is bound' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.site_grant values (sealed.bound_site(), account, wrapped_key, at) on conflict do nothing;
end $$;

-- Takes the key of the bound enterprise away from everybody who is not named.
create function sealed.keep_site_grants(accounts uuid[]) returns void language sql security definer
set search_path = pg_catalog, pg_temp as $$
  delete from sealed.site_grant g where g.site_id = sealed.bound_site() and g.account_id <> all (accounts)
$$;

create function sealed.site_key_of(site bigint, account uuid) returns table (id uuid, wrapped bytea)
language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select k.id, g.wrapped from sealed.site_key k
    left join sealed.site_grant g on g.site_id = k.site_id and g.account_id = account
   where k.site_id = site
$$;

create function sealed.site_key_holders(site bigint) returns setof uuid language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select account_id from sealed.site_grant where site_id = site
$$;

-- Stands beside a version that was just added: how its key is recognised, and until when the paper is now valid.
create function sealed.add_document_term(document uuid, paper uuid, proof bytea, until date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if sealed.bound_site() is null then
    raise exception 'no enterprise is bound' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from sealed.document_term t where t.paper_id = paper and t.site_id <> sealed.bound_site()) then
    raise exception 'this is a document of another enterprise' using errcode = 'insufficient_privilege';
  end if;
  insert into sealed.document_proof values (document, sha256(proof));
  insert into sealed.document_term values (paper, document, sealed.bound_site(), until)
    on conflict (paper_id) do update set document_id = excluded.document_id, valid_until = excluded.valid_until;
end $$;

-- The versions of a paper of the bound enterprise, with everything that was sealed with their keys.
create function sealed.destroy_paper(paper uuid) returns setof uuid language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  gone uuid[];
begin
  select array_agg(d.id order by d.position) into gone from sealed.document d where d.paper_id = paper;
  if gone is not null then
    delete from sealed.document_part p where p.document_id = any (gone);
    delete from sealed.document d where d.id = any (gone);
    return query select unnest(gone);
  end if;
end $$;

create function sealed.ending_documents(first date, last date)
returns table (document_id uuid, site_id bigint, valid_until date) language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select t.document_id, t.site_id, t.valid_until from sealed.document_term t
   where t.valid_until between first and last order by t.valid_until, t.document_id
$$;

revoke all on function sealed.bound_site, sealed.bound_document, sealed.bind_site, sealed.bind_document, sealed.add_site_key,
  sealed.grant_site_key, sealed.keep_site_grants, sealed.site_key_of, sealed.site_key_holders, sealed.add_document_term,
  sealed.destroy_paper, sealed.ending_documents from public;

-- What is handed in for a visit, asked before it and answered is sealed as everything else that is said in it.
alter table sealed.statement drop constraint statement_kind_check;
alter table sealed.statement add constraint statement_kind_check
  check (kind in ('answer', 'advice', 'dissent', 'date', 'document', 'question', 'reply'));
