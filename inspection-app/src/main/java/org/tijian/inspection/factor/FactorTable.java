package org.tijian.inspection.factor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Second factors and backup codes in the vault database. */
@Component
class FactorTable {
  private static final String BEGIN =
"""
insert into second_factor (account_id, secret, made_at) values (:account, :secret, :at)
  on conflict (account_id) do update set secret = excluded.secret, made_at = excluded.made_at, last_step = 0
  where second_factor.confirmed_at is null
""";
  private static final String FIND =
"""
select secret, confirmed_at,
       (select count(*) from backup_code b where b.account_id = f.account_id and b.used_at is null) as codes_left
  from second_factor f where account_id = :account
""";
  private static final String USE_STEP =
      "update second_factor set last_step = :step where account_id = :account and last_step <"
          + " :step";
  private static final String CONFIRM =
      "update second_factor set confirmed_at = :at where account_id = :account and confirmed_at is"
          + " null";
  private static final String ADD_CODE =
      "insert into backup_code (account_id, mac) values (:account, :mac)";
  private static final String USE_CODE =
      "update backup_code set used_at = :at where account_id = :account and mac = :mac and used_at"
          + " is null";

  private final JdbcClient jdbc;

  FactorTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /**
   * @param secret as it is kept
   * @param confirmedAt null: begun, and not asked for yet
   */
  record Factor(byte[] secret, @Nullable Instant confirmedAt, int codesLeft) {
    boolean isOn() {
      return confirmedAt != null;
    }
  }

  Optional<Factor> find(UUID account) {
    return jdbc.sql(FIND)
        .param("account", account)
        .query(
            (row, n) ->
                new Factor(
                    row.getBytes("secret"),
                    instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                    row.getInt("codes_left")))
        .optional();
  }

  /** False if one is on already. */
  boolean begin(UUID account, byte[] secret, Instant at) {
    return jdbc.sql(BEGIN)
            .param("account", account)
            .param("secret", secret)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if the code of this step, or of a later one, was taken before. */
  boolean useStep(UUID account, long step) {
    return jdbc.sql(USE_STEP).param("account", account).param("step", step).update() == 1;
  }

  /** False if somebody else confirmed it first. */
  boolean confirm(UUID account, Collection<byte[]> macs, Instant at) {
    boolean first =
        jdbc.sql(CONFIRM)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (first) {
      macs.forEach(mac -> jdbc.sql(ADD_CODE).param("account", account).param("mac", mac).update());
    }
    return first;
  }

  /** False if there is no such code, or it was used. */
  boolean useCode(UUID account, byte[] mac, Instant at) {
    return jdbc.sql(USE_CODE)
            .param("account", account)
            .param("mac", mac)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void remove(UUID account) {
    jdbc.sql("delete from second_factor where account_id = :account")
        .param("account", account)
        .update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
