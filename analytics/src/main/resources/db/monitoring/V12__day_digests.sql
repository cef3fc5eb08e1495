-- The clock hours of a closed Beijing day of one factor, told from its minutes: data about readings, to be told anew at
-- any time and from nothing else. Says what it was told from: the number of rows of the outlet's minutes of that day, which
-- grows with everything that is stored late or sent again, and the version of the telling.
create table day_digest (
  outlet_id  bigint not null,
  day        date not null,
  factor     text not null,
  full_scale double precision not null,
  version    smallint not null,
  row_count  bigint not null,
  packed     bytea not null,
  primary key (outlet_id, day, factor, full_scale)
);
