-- Several requests of one enterprise in one visit (docs/adr/0029-joined-visits.md): each check-up keeps its rows here, its scope and its key;
-- what is one are team, time and slip. `joined_id` is the check-up under which they were joined; null for a visit of one.

alter table appointment add column joined_id uuid references checkup;
create index appointment_of_joined on appointment (joined_id) where joined_id is not null;

-- An expert is never in two places: rows of one visit are one place.
alter table appointment drop constraint expert_booked_once;
alter table appointment add constraint expert_booked_once exclude using gist
  (expert_id with =, during with &&, (coalesce(joined_id, checkup_id)) with <>) where (released_at is null);

-- One enterprise, one team, one time. Asked when the transaction ends: until then it is being put together.
create function refuse_torn_visit() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  visit uuid := coalesce(new.joined_id, old.joined_id);
begin
  if visit is not null and
     (select count(distinct (t.site_id, t.team, t.during)) from
        (select c.site_id, array_agg(a.expert_id order by a.place) as team, array_agg(distinct a.during) as during
           from appointment a join checkup c on c.id = a.checkup_id
          where a.joined_id = visit and a.released_at is null group by c.id) as t) > 1 then
    raise exception 'a joined visit has one enterprise, one team and one time';
  end if;
  return null;
end $$;
create constraint trigger whole_visit after insert or update or delete on appointment
  deferrable initially deferred for each row execute function refuse_torn_visit();

-- What the matching would join with the check-up that a proposal names.
alter table matching_proposal add column joined_ids uuid[] not null default '{}';
