-- A head's rows refer to chains. The lock that a reference takes must not wait for an act that is being recorded: a head over many chains
-- and an act on several (a colleague's rights change in every visit) waited for each other, and one of them failed. Two acts on one chain
-- still wait for each other. Nothing else is different from V4.

create or replace function sealed.add_entry(
  of_chain uuid, at timestamptz, account_id uuid, by_zh text, by_en text, role text, origin text, what text, why text, detail text)
returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  e sealed.entry;
begin
  insert into sealed.chain (id) values (of_chain) on conflict do nothing;
  select c.id, c.length + 1, c.head into e.chain, e.position, e.previous from sealed.chain c where c.id = of_chain for no key update;
  e.at := at; e.account_id := account_id; e.by_zh := by_zh; e.by_en := by_en; e.role := role;
  e.origin := origin; e.what := what; e.why := why; e.detail := detail;
  e.hash := sealed.entry_hash(e);
  insert into sealed.entry values (e.*);
  update sealed.chain c set length = e.position, head = e.hash where c.id = of_chain;
  return e.position;
end $$;
