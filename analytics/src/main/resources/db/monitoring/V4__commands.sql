-- The journal of commands to loggers. A row is never deleted.
create table command (
  id           bigint generated always as identity primary key,
  mn           text not null,
  kind         text not null,
  -- A JSON object as text: jsonb would forget the order in which the fields are sent.
  parameters   text not null,
  origin       text not null,
  ordered_by   text not null,
  ordered_at   timestamptz not null,
  confirmed    boolean not null,
  -- The name of a key that is filled in when the command is sent; the key itself is never here.
  secret       text,
  -- After this moment it is no longer sent; null: for ever.
  send_until   timestamptz,
  state        text not null,
  -- The gateway that has it, for as long as the lease says; a waiting command of nobody has none.
  gateway      text,
  lease_millis bigint,
  leased_until timestamptz,
  qn           text,
  attempts     int not null default 0,
  sent_at      timestamptz,
  qn_rtn       int,
  answered_at  timestamptz,
  exe_rtn      int,
  frames       int not null default 0,
  reply        jsonb not null default '{}',
  ended_at     timestamptz
);
create index command_of_logger on command (mn, id);
create index command_not_ended on command (mn) where ended_at is null;
-- A logger has one exchange at a time, whatever gateways there are.
create unique index command_under_way on command (mn) where ended_at is null and gateway is not null;
