-- Readings, devices and frames. Findings about a site are never kept in this database.

create table site (
  id         bigint generated always as identity primary key,
  name_zh    text not null,
  name_en    text not null,
  created_at timestamptz not null default now()
);

create table outlet (
  id               bigint generated always as identity primary key,
  site_id          bigint not null references site,
  code             text not null,
  name_zh          text not null,
  name_en          text not null,
  reference_oxygen double precision,
  demonstration    boolean not null,
  created_at       timestamptz not null default now(),
  unique (site_id, code)
);

create table instrument (
  outlet_id             bigint not null references outlet,
  factor                text not null,
  position              int not null,
  name_zh               text not null,
  name_en               text not null,
  unit                  text not null,
  full_scale            double precision not null check (full_scale > 0),
  zero_gas              double precision not null,
  span_gas              double precision,
  design                text not null,
  automatic_calibration boolean not null,
  permit_limit          double precision,
  primary key (outlet_id, factor)
);

create table device (
  mn         text primary key check (mn ~ '^[0-9A-Za-z_-]{1,32}$'),
  outlet_id  bigint not null references outlet,
  created_at timestamptz not null default now()
);
create index device_of_outlet on device (outlet_id);

create table device_credential (
  id         bigint generated always as identity primary key,
  mn         text not null references device,
  label      text not null,
  -- SHA-256 is enough here: the password is 160 random bits made by the platform, nothing a dictionary holds.
  sha256     bytea not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index credential_of_device on device_credential (mn);

-- Every frame as it came. A byte-for-byte repeat of a frame raises its number of copies.
create table frame (
  id               bigint generated always as identity primary key,
  mn               text not null,
  -- The first 128 bits of SHA-256 over the bytes.
  digest           bytea not null,
  received_at      timestamptz not null,
  last_received_at timestamptz not null,
  copies           int not null,
  transport        text not null,
  command          text,
  bytes            bytea not null,
  -- readings | noted | refused | repeated (new bytes, but a period that was there already with equal values)
  verdict          text not null,
  refusal_code     text,
  refusal_declared text,
  refusal_found    text,
  refusal_offset   int,
  unique (mn, digest)
);
create index frame_in_quarantine on frame (mn, id) where verdict = 'refused';

-- The account of a device by Beijing day of arrival, kept in the transaction that stores the frames:
-- a copy that comes on a later day counts on that day, and the account outlives the frames.
create table frame_day (
  mn               text not null,
  day              date not null,
  stored           bigint not null,
  noted            bigint not null,
  duplicate        bigint not null,
  refused          bigint not null,
  last_received_at timestamptz not null,
  primary key (mn, day)
);

-- Which factors a row of readings holds, in which order: loggers send the same few lists for years.
create table factor_layout (
  id      int generated always as identity primary key,
  factors text[] not null unique
);

-- One row per outlet, kind and period: arrays in the order of the layout (storage layout C, docs/adr/0004).
-- Frame and layout are written by the same code in the same breath; foreign keys would only look both up again,
-- once for every row.
create table sample (
  outlet_id    bigint not null,
  kind         smallint not null,
  measured_at  timestamptz not null,
  part         smallint not null,
  version      smallint not null,
  received_at  timestamptz not null,
  frame_id     bigint not null,
  layout_id    int not null,
  -- the first 64 bits of SHA-256 over factors, values and marks
  content_hash bigint not null,
  value        float8[] not null,
  minimum      float8[],
  maximum      float8[],
  amount       float8[],
  converted    float8[],
  -- null when every mark is N, which is nearly always
  mark         text[],
  primary key (outlet_id, kind, measured_at, part, version)
);
