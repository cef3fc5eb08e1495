-- What frames say about the logger that sent them, by Beijing day of arrival. All of it is kept in the transaction that
-- stores the frames, and outlives them.

alter table frame_day
  -- of those refused: frames of a logger that nobody registered, of which enough were kept already
  add column not_kept      bigint not null default 0,
  -- arrivals with at least one defect
  add column defective     bigint not null default 0,
  -- arrivals that the sender marks as sent again (RF=1)
  add column resent        bigint not null default 0,
  -- first copies, not marked as sent again, with an older DataTime than an earlier frame of the same kind
  add column out_of_order  bigint not null default 0,
  -- end of the period to arrival in milliseconds, of live minute and hour frames
  add column latency_count bigint not null default 0,
  add column latency_sum   bigint not null default 0,
  add column latency_least bigint,
  add column latency_most  bigint,
  -- DataTime less arrival in milliseconds, of live real-time frames
  add column clock_count   bigint not null default 0,
  add column clock_sum     bigint not null default 0,
  add column clock_least   bigint,
  add column clock_most    bigint,
  add column transports    text[] not null default '{}';

-- refused of frame_day by reason; a frame that a replay mends is moved out of both.
create table frame_refusal_day (
  mn     text not null,
  day    date not null,
  code   text not null,
  frames bigint not null,
  primary key (mn, day, code)
);

insert into frame_refusal_day (mn, day, code, frames)
select mn, (received_at at time zone 'UTC' + interval '8 hours')::date, refusal_code, count(*)
  from frame
 where verdict = 'refused'
 group by 1, 2, 3;

create table frame_defect_day (
  mn              text not null,
  day             date not null,
  code            text not null,
  clause          text,
  -- arrivals, repeats included
  frames          bigint not null,
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  -- a frame that has the defect; null if none was kept
  sample_frame_id bigint,
  primary key (mn, day, code)
);

-- Newest DataTime of a logger by kind of data: older ones that follow are out of order.
create table logger_newest (
  mn        text not null,
  kind      smallint not null,
  data_time timestamptz not null,
  primary key (mn, kind)
);

create index frame_of_unknown_logger on frame (mn) where refusal_code = 'unknown-device';

-- A request to read everything in a logger's quarantine again. up_to and last_frame_id are numbers of frames.
create table frame_replay (
  id            bigint generated always as identity primary key,
  mn            text not null,
  asked_by      text not null,
  asked_at      timestamptz not null default now(),
  done_at       timestamptz,
  up_to         bigint not null,
  last_frame_id bigint not null default 0,
  frames        bigint not null default 0,
  mended        bigint not null default 0
);
create index replay_of_logger on frame_replay (mn, id);
create index replay_open on frame_replay (id) where done_at is null;
