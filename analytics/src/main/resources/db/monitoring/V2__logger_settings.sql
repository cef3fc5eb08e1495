-- What is set per logger, what outlets need for flow, who waits to be registered, and who may sign in by certificate.

alter table outlet add column section_area double precision check (section_area > 0);
alter table outlet add column field_factor double precision check (field_factor > 0);

-- null: HJ 212-2017 as printed.
alter table device add column dialect jsonb;

-- SM4 keys (HJ 212-2025). They must be readable by the gateway, so whoever administers this database can read them.
create table logger_key (
  id           bigint generated always as identity primary key,
  mn           text not null references device,
  key          bytea not null check (octet_length(key) = 16),
  created_at   timestamptz not null,
  in_use_since timestamptz
);
create index key_of_device on logger_key (mn);

-- Bounded by the program: anybody can make up identifiers.
create table waiting_logger (
  mn              text primary key check (mn ~ '^[0-9A-Za-z_-]{1,32}$'),
  transport       text not null,
  peer            text,
  password_sha256 bytea,
  first_seen_at   timestamptz not null,
  last_seen_at    timestamptz not null,
  frames          bigint not null
);
create index waiting_logger_by_silence on waiting_logger (last_seen_at);

-- One row, and the lock under which the room is filled.
create table waiting_room (
  only_row    boolean primary key default true check (only_row),
  turned_away bigint not null default 0
);
insert into waiting_room default values;

-- The platform's own small authority: one row, made when it is first needed.
create table authority (
  only_row    boolean primary key default true check (only_row),
  certificate bytea not null,
  -- PKCS#8, unenciphered: see docs/security.md.
  private_key bytea not null,
  created_at  timestamptz not null default now()
);

create table logger_certificate (
  -- 128 random bits, hexadecimal: says nothing of who has how many.
  serial     text primary key,
  mn         text not null references device,
  label      text not null,
  created_at timestamptz not null default now(),
  not_after  timestamptz not null,
  revoked_at timestamptz
);
create index certificate_of_device on logger_certificate (mn);
