-- A visit is made by a team of one to five experts, who are booked together; place 1 leads it.

alter table appointment drop constraint appointment_pkey;
alter table appointment add column place int not null default 1 check (place between 1 and 5);
alter table appointment alter column place drop default;
alter table appointment add primary key (checkup_id, expert_id);
alter table appointment add constraint one_expert_a_place unique (checkup_id, place);
create index appointment_of_expert on appointment (expert_id);

-- A team comes at one time and has somebody who leads it. Asked when the transaction ends: until then it is being put together.
create function refuse_torn_team() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  visit uuid := coalesce(new.checkup_id, old.checkup_id);
begin
  if exists (select from appointment a where a.checkup_id = visit
              having count(*) > 0 and (count(distinct a.during) > 1 or min(a.place) <> 1)) then
    raise exception 'a team comes at one time and has a lead';
  end if;
  return null;
end $$;

create constraint trigger whole_team after insert or update or delete on appointment
  deferrable initially deferred for each row execute function refuse_torn_team();

-- What an appointment was before the office changed it, and why it did.
create table appointment_change (
  checkup_id uuid not null,
  -- Of the step in the history.
  position   int not null,
  reason     text not null,
  expert_ids uuid[] not null,
  during     tstzrange not null,
  primary key (checkup_id, position),
  foreign key (checkup_id, position) references checkup_history
);
create trigger append_only before update or delete or truncate on appointment_change
  for each statement execute function refuse_change();

-- Brings the holders of a visit's key in line with its team, as long as the visit has not begun: whoever left holds no copy any
-- more, whoever came waits for one. Nothing is wrapped here: that takes a session that holds the key.
create function sealed.follow_team(visit uuid, at timestamptz) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.checkup c where c.id = visit and c.state = 'Scheduled') then
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
revoke all on function sealed.follow_team from public;
