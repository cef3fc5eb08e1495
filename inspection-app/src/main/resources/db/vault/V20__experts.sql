-- What experts can do, when, and whom they have worked for; what an enterprise says of whom it deals with; whom it refused.

create table expert_profile (
  account_id         uuid primary key references account,
  -- Words, for example topic:calibration, part:hut, factor:a21002, instrument:extractive, standard:HJ 75-2017.
  skills             text[] not null,
  -- WGS-84, in degrees
  longitude          double precision check (longitude between -180 and 180),
  latitude           double precision check (latitude between -90 and 90),
  -- ISO: 1 is Monday
  weekdays           int[] not null check (weekdays <@ '{1,2,3,4,5,6,7}'),
  most_visits_a_week int not null check (most_visits_a_week between 1 and 14),
  check ((longitude is null) = (latitude is null))
);

create table expert_absence (
  id         uuid primary key,
  account_id uuid not null references account,
  first_day  date not null,
  last_day   date not null,
  check (first_day <= last_day)
);
create index absence_of_expert on expert_absence (account_id, last_day);

-- Whom an expert works or worked for, and at whose plant the expert took part in an enforcement action, as the expert declared
-- it. A tie is not deleted, it ends: what was declared stays.
create table expert_tie (
  id           uuid primary key,
  account_id   uuid not null references account,
  kind         text not null check (kind in ('work', 'enforcement')),
  organisation text not null,
  from_day     date not null,
  until_day    date,
  declared_at  timestamptz not null,
  declared_by  uuid not null references account,
  check (until_day is null or from_day <= until_day)
);
create index tie_of_expert on expert_tie (account_id, from_day);
create trigger never_deleted before delete or truncate on expert_tie
  for each statement execute function refuse_change();

-- Whom an enterprise deals with beyond what its outlets say, and who competes with it, as its director named them.
create table site_party (
  site_id bigint not null,
  kind    text not null check (kind in ('operation', 'vendor', 'competitor')),
  name    text not null,
  primary key (site_id, kind, name)
);

create table plant_closed (
  site_id   bigint not null,
  first_day date not null,
  last_day  date not null,
  primary key (site_id, first_day),
  check (first_day <= last_day)
);

-- An enterprise needs no reason, and none is kept.
create table expert_refusal (
  site_id    bigint not null,
  expert_id  uuid not null references account,
  checkup_id uuid not null references checkup,
  account_id uuid not null references account,
  at         timestamptz not null,
  primary key (site_id, expert_id)
);

-- As in V12; a team also ends when the enterprise refuses one of it, and the check-up waits for another.
create or replace function sealed.follow_team(visit uuid, at timestamptz) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.checkup c where c.id = visit and c.state in ('Accepted', 'Scheduled')) then
    raise exception 'a team is changed before its visit begins' using errcode = 'insufficient_privilege';
  end if;
  delete from sealed.key_grant g using public.account p
   where g.checkup_id = visit and p.id = g.account_id and p.role = 'EXPERT'
     and not exists (select from public.appointment a where a.checkup_id = visit and a.expert_id = g.account_id);
  insert into sealed.key_grant (checkup_id, account_id, asked_at)
  select visit, a.expert_id, at from public.appointment a
   where a.checkup_id = visit and a.released_at is null
  on conflict (checkup_id, account_id) do nothing;
end $$;
