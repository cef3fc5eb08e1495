-- Pledges (T-42, docs/adr/0028-pledge.md): no conflict of interest, a service and not an inspection, confidentiality. Each expert of a team
-- signs for the visit before anything of it opens. No row here knows a finding.

-- To the letter, per version and language: what was signed can be read again years later.
create table pledge_text (
  version  text not null,
  language text not null check (language in ('zh', 'en')),
  text     text not null,
  sha256   text not null,
  primary key (version, language),
  unique (version, language, sha256)
);
create trigger append_only before update or delete or truncate on pledge_text
  for each statement execute function refuse_change();

create table expert_pledge (
  id         uuid primary key,
  checkup_id uuid not null references checkup,
  expert_id  uuid not null references account,
  version    text not null,
  language   text not null,
  sha256     text not null,
  name_zh    text not null,
  name_en    text not null,
  signed_at  timestamptz not null,
  -- When the expert left the team: whoever comes back signs anew.
  ended_at   timestamptz check (ended_at >= signed_at),
  foreign key (version, language, sha256) references pledge_text (version, language, sha256)
);
create unique index one_pledge_at_a_time on expert_pledge (checkup_id, expert_id) where ended_at is null;
create index pledge_of_checkup on expert_pledge (checkup_id, signed_at);

-- The one change there is: once, from holding to ended.
create function refuse_all_but_ending() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.ended_at is not null or new.ended_at is null or to_jsonb(old) - 'ended_at' <> to_jsonb(new) - 'ended_at' then
    raise exception '% is never changed', tg_table_name;
  end if;
  return new;
end $$;
create trigger only_ended before update on expert_pledge
  for each row execute function refuse_all_but_ending();
create trigger never_deleted before delete or truncate on expert_pledge
  for each statement execute function refuse_change();

-- As in V3; and no copy is handed out for an expert who has not signed for the visit.
create or replace function sealed.key_of(visit uuid, account uuid)
returns table (id uuid, wrapped bytea, until timestamptz, waiting boolean, others_wait boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select k.id,
         case when a.role is distinct from 'EXPERT'
                or exists (select from public.expert_pledge p
                            where p.checkup_id = k.checkup_id and p.expert_id = a.id and p.ended_at is null)
              then g.wrapped end,
         g.until, g.account_id is not null and g.wrapped is null,
         exists (select from sealed.key_grant w where w.checkup_id = k.checkup_id and w.wrapped is null)
    from sealed.visit_key k
    left join sealed.key_grant g on g.checkup_id = k.checkup_id and g.account_id = key_of.account
    left join public.account a on a.id = key_of.account
   where k.checkup_id = visit
$$;
