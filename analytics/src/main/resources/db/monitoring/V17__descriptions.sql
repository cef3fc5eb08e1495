-- What an enterprise says of itself, of its outlets and of its instruments, beyond what the checks could not do without.
-- What nobody said is null: unknown, never no.

alter table site
  add column credit_code   text unique check (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  add column industry      text,
  add column province      text,
  add column city          text,
  add column district      text,
  add column address       text,
  -- WGS-84, in degrees
  add column longitude     double precision check (longitude between -180 and 180),
  add column latitude      double precision check (latitude between -90 and 90),
  add column contact_name  text,
  add column contact_phone text,
  add column contact_email text,
  add check ((longitude is null) = (latitude is null));
-- A programme of a place finds its enterprises.
create index site_of_place on site (province, city, district);

alter table outlet
  add column capacity      double precision check (capacity > 0),
  add column capacity_unit text,
  add column longitude     double precision check (longitude between -180 and 180),
  add column latitude      double precision check (latitude between -90 and 90),
  -- metres above the ground
  add column stack_height  double precision check (stack_height > 0),
  -- who runs the instruments, where it is not the enterprise itself
  add column operator      text,
  -- m³ of dry flue gas (standard state) for a unit of fuel
  add column gas_per_fuel  double precision check (gas_per_fuel > 0),
  add check ((longitude is null) = (latitude is null)),
  add check ((capacity is null) = (capacity_unit is null));

-- The words by which rules choose, for example fuel and coal.
create table outlet_word (
  outlet_id bigint not null references outlet,
  attribute text not null,
  word      text not null,
  primary key (outlet_id, attribute)
);

-- Under which code the logger reports a signal of the plant, for example load.
create table outlet_signal (
  outlet_id bigint not null references outlet,
  signal    text not null,
  factor    text not null,
  primary key (outlet_id, signal)
);

alter table instrument
  add column maker         text,
  add column model         text,
  add column serial_number text,
  -- number of the certificate of suitability (适用性检测)
  add column certificate   text,
  -- where its values lie in normal operation, in its unit
  add column normal_low    double precision,
  add column normal_high   double precision,
  add check ((normal_low is null) = (normal_high is null)),
  add check (normal_low < normal_high);
