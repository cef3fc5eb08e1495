-- The second factor at sign-in (docs/adr/0015-second-factor.md). Neither the secret nor a backup code can be had from here alone: what
-- opens the one and checks the other is a key in a file outside this database.

create table second_factor (
  account_id   uuid primary key references account,
  -- AES-256-GCM: 12 bytes of nonce, ciphertext, tag
  secret       bytea not null,
  made_at      timestamptz not null,
  -- Null until the first code was right: what is not confirmed is not asked for.
  confirmed_at timestamptz,
  -- The newest step of 30 s whose code was taken: no code counts twice.
  last_step    bigint not null default 0
);

create table backup_code (
  account_id uuid not null references second_factor on delete cascade,
  -- HMAC-SHA-256 of the code
  mac        bytea not null,
  used_at    timestamptz,
  primary key (account_id, mac)
);
