-- What a person is told: a number, a day and a path in the app, never anything of a finding. And the mails that carry it out.

create table notice (
  id         uuid primary key,
  position   bigint generated always as identity unique,
  account_id uuid not null references account,
  -- However often something is told: one notice for an account.
  key        text not null,
  title_zh   text not null,
  title_en   text not null,
  text_zh    text not null,
  text_en    text not null,
  path       text not null check (path ~ '^/([^/\\]|$)'),
  told_at    timestamptz not null,
  read_at    timestamptz,
  unique (account_id, key)
);
create index notice_of_account on notice (account_id, position desc);
create index notice_unread on notice (account_id) where read_at is null;

-- Where a person wants mail. Mail goes there once the person has shown that it arrives.
create table mail_address (
  account_id   uuid primary key references account,
  address      text not null,
  language     text not null check (language in ('zh', 'en')),
  confirmed_at timestamptz,
  -- of the code that was sent to the address; null once it was shown or spent
  code_sha256  text,
  attempts     int not null default 0
);

-- Mails on their way. What a mail said goes with it: afterwards only that it was sent remains.
create table mail (
  id         uuid primary key,
  account_id uuid not null references account,
  key        text not null,
  address    text,
  subject    text,
  text       text,
  calendar   text,
  method     text check (method in ('REQUEST', 'CANCEL')),
  made_at    timestamptz not null,
  -- when it is tried (again); null once it was sent or given up
  due_at     timestamptz,
  attempts   int not null default 0,
  sent_at    timestamptz,
  unique (account_id, key),
  check ((calendar is null) = (method is null)),
  check (due_at is null or (address is not null and subject is not null and text is not null))
);
create index mail_due on mail (due_at) where due_at is not null;
