-- Completion certificates (T-26): that a check-up was made and its follow-up is complete. No row here knows a finding or counts one.

create sequence certificate_number;

create table completion_certificate (
  checkup_id uuid primary key references checkup,
  number     text not null unique,
  -- What the QR code leads to: 128 bits of chance, so that nobody finds one by trying.
  code       text not null unique check (code ~ '^[0-9a-z]{26}$'),
  -- Everything it says, as JSON, signed with the key of the heads.
  content    text not null,
  issued_at  timestamptz not null,
  revoked_at timestamptz,
  revoked_by text check (revoked_by in ('enterprise', 'office')),
  reason     text,
  check ((revoked_at is null) = (revoked_by is null)),
  check (revoked_by is distinct from 'office' or reason is not null)
);
create index completion_certificate_newest on completion_certificate (issued_at desc, checkup_id);

-- The one change there is: once, from valid to revoked.
create function refuse_all_but_revoking() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.revoked_at is not null or new.revoked_at is null
     or to_jsonb(old) - 'revoked_at' - 'revoked_by' - 'reason' <> to_jsonb(new) - 'revoked_at' - 'revoked_by' - 'reason' then
    raise exception '% is never changed', tg_table_name;
  end if;
  return new;
end $$;

create trigger only_revoked before update on completion_certificate
  for each row execute function refuse_all_but_revoking();
create trigger never_deleted before delete or truncate on completion_certificate
  for each statement execute function refuse_change();
