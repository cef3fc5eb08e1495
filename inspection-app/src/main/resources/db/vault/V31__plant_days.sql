-- The plant calendar of an enterprise, whoever of it said so and where: one table that schedules and the matching read. Requests keep what was
-- said in each version as history. Until now closed days of the enterprise (V20) and those of requests (V19) were not one.

create table plant_day (
  site_id   bigint not null,
  kind      text not null check (kind in ('start-up', 'shutdown', 'maintenance', 'closed')),
  first_day date not null,
  last_day  date not null,
  note      text not null,
  primary key (site_id, kind, first_day, last_day),
  check (first_day <= last_day)
);

insert into plant_day (site_id, kind, first_day, last_day, note)
select site_id, 'closed', first_day, last_day, '' from plant_closed;

insert into plant_day (site_id, kind, first_day, last_day, note)
select c.site_id, d.said ->> 'kind', (d.said ->> 'from')::date, (d.said ->> 'until')::date, coalesce(d.said ->> 'note', '')
  from checkup c
  join lateral (select v.content from request_version v where v.checkup_id = c.id order by v.version desc limit 1) n on true,
       jsonb_array_elements(n.content -> 'plant' -> 'days') as d (said)
 where c.state in ('Requested', 'Accepted', 'Scheduled')
on conflict do nothing;

drop table plant_closed;
