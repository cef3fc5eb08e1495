-- Who registered an enterprise on the open page, and with which request: a request that is sent twice makes one account.

create table registration (
  request_key   uuid primary key,
  account_id    uuid not null references account,
  registered_at timestamptz not null default now()
);
