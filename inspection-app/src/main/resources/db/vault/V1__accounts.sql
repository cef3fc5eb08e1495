-- Who signs in, and the papers that an enterprise entered itself.

create table account (
  id            uuid primary key,
  username      text not null unique check (username = lower(username)),
  password_hash text not null,
  name_zh       text not null,
  name_en       text not null,
  role          text not null check (role in ('DIRECTOR', 'EXPERT', 'OFFICE')),
  -- id in the monitoring database; the two databases never join
  site_id       bigint,
  created_at    timestamptz not null default now(),
  check ((role = 'DIRECTOR') = (site_id is not null))
);

create table accuracy_test (
  id         uuid primary key,
  site_id    bigint not null,
  outlet_id  bigint not null,
  factor     text not null,
  tested_on  date not null,
  laboratory text not null,
  unit       text not null,
  -- two columns of pairs: reference[i] was measured while the monitor said monitor[i]
  reference  float8[] not null,
  monitor    float8[] not null,
  entered_by uuid not null references account,
  entered_at timestamptz not null default now(),
  check (cardinality(reference) = cardinality(monitor))
);
create index accuracy_test_of_outlet on accuracy_test (outlet_id, tested_on desc);
