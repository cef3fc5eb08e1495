-- Keys that the platform itself must read again are enciphered under a key that is not in this database: the secret file
-- (TIJIAN_SECRET_FILE). Rows from before are enciphered at the first start.

alter table logger_key drop constraint logger_key_key_check;
alter table logger_key
  add column sealed boolean not null default false,
  add constraint key_length check (sealed or octet_length(key) = 16),
  -- When a frame was last opened with it, to the hour.
  add column last_used_at timestamptz;

alter table authority add column sealed boolean not null default false;

-- Says which secret file belongs to this database, and nothing about what is in it. Also the lock under which it is chosen.
create table secret_file (
  only_row    boolean primary key default true check (only_row),
  -- The first 64 bits of a hash over the key and nothing else.
  fingerprint bytea not null,
  created_at  timestamptz not null default now()
);
