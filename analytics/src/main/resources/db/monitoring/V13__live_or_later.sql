-- Tells live data from what was fetched or came later, for the health card.

alter table frame_day
  -- first copies, not marked as sent again, that answer a command for history
  add column fetched    bigint not null default 0,
  -- first copies, neither marked nor fetched, that came after newer ones of the same kind and long after their period
  add column sent_later bigint not null default 0;

-- Arrival of the newest frame; null for rows of before.
alter table logger_newest add column arrived_at timestamptz;

-- Whether an old frame answers a command that has just ended.
create index command_lately_ended on command (mn, ended_at);
