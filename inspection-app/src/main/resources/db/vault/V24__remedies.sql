-- The book of remedies (改进经验库): texts that experts released out of their advice, with everything taken out that names somebody.
-- They lie outside the seal on purpose. No row refers to a check-up, and once it is decided on none refers to a person.

create table remedy (
  id          uuid primary key,
  position    bigint generated always as identity unique,
  state       text not null check (state in ('proposed', 'published', 'declined', 'withdrawn')),
  topic       text not null,
  instrument  text not null check (instrument in ('gas', 'dust', 'flow', 'temperature', 'pressure', 'humidity', 'oxygen', 'water', 'logger', 'other')),
  -- Rule of the self-check, or item of the checklist, that it helps with.
  code        text,
  title_zh    text not null,
  text_zh     text not null,
  title_en    text not null,
  text_en     text not null,
  -- Who proposed it, so that somebody else decides; forgotten with the decision.
  proposed_by uuid,
  -- First day of the month in which it was published: a day could lead to a visit.
  month       date check (month = date_trunc('month', month)),
  -- Single letters and pairs of what is Chinese, made by the application: the same in every locale of the server.
  grams       text[] not null,
  words       tsvector not null generated always as (to_tsvector('english', title_en || ' ' || text_en)) stored,
  check ((state = 'proposed') = (proposed_by is not null)),
  check (title_zh || title_en <> '')
);
create index remedy_grams on remedy using gin (grams) where state = 'published';
create index remedy_words on remedy using gin (words) where state = 'published';
create index remedy_code on remedy (code, position) where state = 'published';
create index remedy_newest on remedy (position desc) where state = 'published';
