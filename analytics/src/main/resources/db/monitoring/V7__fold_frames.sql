-- Frames of closed days, many in a block: see docs/adr/0008. Refused frames stay rows of their own.

create table frame_block (
  mn             text not null,
  -- numbers of the first and the last frame; blocks of a logger may overlap, a frame is in one of them
  first_id       bigint not null,
  last_id        bigint not null,
  -- first arrival of any frame, and last arrival of any copy
  received_from  timestamptz not null,
  received_until timestamptz not null,
  frames         int not null check (frames > 0),
  -- of the frames, by verdict; the rest is repeated
  readings       int not null,
  noted          int not null,
  -- arrivals, copies included
  copies         bigint not null,
  -- the first 4 bytes of each frame's digest, in the order of the frames: enough to know where to look
  digests        bytea not null,
  -- org.tijian.analytics.framepack.FrameBlock
  packed         bytea not null,
  primary key (mn, last_id)
);
create index frame_block_by_arrival on frame_block (mn, received_until);
-- Both are as small as they get.
alter table frame_block alter column digests set storage external;
alter table frame_block alter column packed set storage external;

-- What retention has removed, so that the accounts still add up.
create table frame_removed (
  mn            text primary key,
  readings      bigint not null,
  noted         bigint not null,
  duplicate     bigint not null,
  refused       bigint not null,
  removed_until timestamptz not null
);
