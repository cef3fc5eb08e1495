-- A batch in which every frame and every period is new, as nearly all are, in one statement (docs/adr/0009). True: it is stored
-- wholly. False: something of it is there already, or belongs to a day that may be folded; then nothing of it is stored.
-- Plain inserts: who finds a row there gives up, and what was done is taken back with the block. In the order of the careful way
-- (frames by key, the lock of sample_late, periods by key), so that nobody waits crosswise.
create function store_fresh(
  -- the earliest day of the readings; null without readings
  first_day date,
  -- frames by key; arrival counts from 1 in the order in which they came
  f_arrival int[], f_mn text[], f_digest bytea[], f_first float8[], f_last float8[], f_copies int[], f_transport text[],
  f_command text[], f_bytes bytea[], f_verdict text[],
  -- readings by key; all their numbers in one array, NaN for none, of which a row takes slices, none where their place is 0;
  -- arrival is the frame's
  s_numbers float8[], s_outlet bigint[], s_kind int[], s_measured float8[], s_part int[], s_received float8[],
  s_arrival bigint[], s_layout int[], s_hash bigint[], s_factors int[], s_value int[], s_minimum int[], s_maximum int[],
  s_amount int[], s_converted int[], s_mark text[],
  -- the row of account_journal
  a_mn text[], a_day date[], a_stored bigint[], a_noted bigint[], a_duplicate bigint[], a_refused bigint[], a_last float8[],
  a_not_kept bigint[], a_defective bigint[], a_resent bigint[], a_out_of_order bigint[], a_latency_count bigint[],
  a_latency_sum bigint[], a_latency_least bigint[], a_latency_most bigint[], a_clock_count bigint[], a_clock_sum bigint[],
  a_clock_least bigint[], a_clock_most bigint[], a_transports text[], a_fetched bigint[], a_sent_later bigint[],
  a_newest_mn text[], a_newest_kind int[], a_newest_data_time float8[], a_newest_arrival float8[])
returns boolean
language plpgsql volatile as $$
declare
  numbers bigint[] := array(select nextval('frame_id_seq') from generate_series(1, cardinality(f_arrival)));
begin
  insert into frame (id, mn, digest, received_at, last_received_at, copies, transport, command, bytes, verdict)
  overriding system value
  select numbers[f.arrival], f.mn, f.digest, to_timestamp(f.first / 1000.0), to_timestamp(f.last / 1000.0), f.copies,
         f.transport, f.command, f.bytes, f.verdict
    from (select unnest(f_arrival), unnest(f_mn), unnest(f_digest), unnest(f_first), unnest(f_last), unnest(f_copies),
                 unnest(f_transport), unnest(f_command), unnest(f_bytes), unnest(f_verdict))
      as f (arrival, mn, digest, first, last, copies, transport, command, bytes, verdict);

  if first_day is not null then
    perform pg_advisory_xact_lock_shared(hashtext('tijian.sample_horizon'));
    -- Read after the lock is held: until the end of the transaction nobody moves it, and no day after it is folded.
    if exists (select from sample_horizon h where h.day > first_day) then
      raise sqlstate 'TJ001';
    end if;
    insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id, layout_id, content_hash, value,
                        minimum, maximum, amount, converted, mark)
    select s.outlet, s.kind, to_timestamp(s.measured / 1000.0), s.part, 0, to_timestamp(s.received / 1000.0),
           numbers[s.arrival], s.layout, s.hash,
           array_replace(flat.n[s.value:s.value + s.factors - 1], 'NaN', null),
           array_replace(flat.n[nullif(s.minimum, 0):s.minimum + s.factors - 1], 'NaN', null),
           array_replace(flat.n[nullif(s.maximum, 0):s.maximum + s.factors - 1], 'NaN', null),
           array_replace(flat.n[nullif(s.amount, 0):s.amount + s.factors - 1], 'NaN', null),
           array_replace(flat.n[nullif(s.converted, 0):s.converted + s.factors - 1], 'NaN', null),
           s.mark::text[]
      -- Joined with nothing, once: of the form that arrays have in this language each slice would copy the whole.
      from (select s_numbers || '{}'::float8[] as n offset 0) as flat,
           (select unnest(s_outlet), unnest(s_kind), unnest(s_measured), unnest(s_part), unnest(s_received),
                   unnest(s_arrival), unnest(s_layout), unnest(s_hash), unnest(s_factors), unnest(s_value),
                   unnest(s_minimum), unnest(s_maximum), unnest(s_amount), unnest(s_converted), unnest(s_mark))
        as s (outlet, kind, measured, part, received, arrival, layout, hash, factors, value, minimum, maximum, amount,
              converted, mark);
  end if;

  insert into account_journal (mn, day, stored, noted, duplicate, refused, last_received_at, not_kept, defective, resent,
                               out_of_order, latency_count, latency_sum, latency_least, latency_most, clock_count,
                               clock_sum, clock_least, clock_most, transports, fetched, sent_later, newest_mn,
                               newest_kind, newest_data_time, newest_arrival)
  values (a_mn, a_day, a_stored, a_noted, a_duplicate, a_refused, a_last, a_not_kept, a_defective, a_resent,
          a_out_of_order, a_latency_count, a_latency_sum, a_latency_least, a_latency_most, a_clock_count, a_clock_sum,
          a_clock_least, a_clock_most, a_transports, a_fetched, a_sent_later, a_newest_mn, a_newest_kind,
          a_newest_data_time, a_newest_arrival);
  return true;
exception
  -- 23505: a row with that key is there.
  when sqlstate '23505' or sqlstate 'TJ001' then
    return false;
end $$;
