package org.tijian.inspection.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;

@Component
class JdbcAccounts implements Accounts {
  private static final String COLUMNS =
      "select id, username, name_zh, name_en, role, site_id, password_hash from account ";

  private static final String CREATE =
      """
      insert into account (id, username, password_hash, name_zh, name_en, role, site_id)
      values (:id, :username, :hash, :zh, :en, :role, :site)
      """;

  private final VaultDatabase vault;
  private final PasswordEncoder passwords;
  private final List<PasswordFollower> followers;

  JdbcAccounts(VaultDatabase vault, PasswordEncoder passwords, List<PasswordFollower> followers) {
    this.vault = vault;
    this.passwords = passwords;
    this.followers = followers;
  }

  @Override
  public Optional<Account> find(UUID id) {
    return vault
        .jdbc()
        .sql(COLUMNS + "where id = :id")
        .param("id", id)
        .query((row, n) -> account(row))
        .optional();
  }

  @Override
  public Optional<Account> byUsername(String username) {
    return known(username).map(Known::account);
  }

  @Override
  public List<Account> directors(long siteId) {
    return vault
        .jdbc()
        .sql(COLUMNS + "where role = 'DIRECTOR' and site_id = :site order by username")
        .param("site", siteId)
        .query((row, n) -> account(row))
        .list();
  }

  @Override
  public Map<UUID, LocalName> names(Collection<UUID> ids) {
    Map<UUID, LocalName> names = new HashMap<>();
    vault
        .jdbc()
        .sql("select id, name_zh, name_en from account where id = any(:ids::uuid[])")
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              names.put(
                  row.getObject("id", UUID.class),
                  new LocalName(row.getString("name_zh"), row.getString("name_en")));
            });
    return names;
  }

  @Override
  public List<Account> experts() {
    return vault
        .jdbc()
        .sql(COLUMNS + "where role = 'EXPERT' order by username")
        .query((row, n) -> account(row))
        .list();
  }

  @Override
  public boolean isEmpty() {
    return vault
        .jdbc()
        .sql("select not exists (select from account)")
        .query(Boolean.class)
        .single();
  }

  @Override
  public Account create(
      String username, String password, LocalName name, Role role, @Nullable Long siteId) {
    Account account =
        new Account(UUID.randomUUID(), username.toLowerCase(Locale.ROOT), name, role, siteId);
    try {
      vault
          .transaction()
          .executeWithoutResult(
              transaction -> {
                insert(account, password);
                followers.forEach(follower -> follower.made(account, password));
              });
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("the username %s is taken".formatted(username), e);
    }
    return account;
  }

  private void insert(Account account, String password) {
    vault
        .jdbc()
        .sql(CREATE)
        .param("id", account.id())
        .param("username", account.username())
        .param("hash", passwords.encode(password))
        .param("zh", account.name().zh())
        .param("en", account.name().en())
        .param("role", account.role().name())
        .param("site", account.siteId())
        .update();
  }

  /** The account of a username with its password's hash, for the sign-in alone. */
  Optional<Known> known(String username) {
    return vault
        .jdbc()
        .sql(COLUMNS + "where username = :username")
        .param("username", username.toLowerCase(Locale.ROOT))
        .query((row, n) -> new Known(account(row), row.getString("password_hash")))
        .optional();
  }

  record Known(Account account, String passwordHash) {}

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("username"),
        new LocalName(row.getString("name_zh"), row.getString("name_en")),
        Role.valueOf(row.getString("role")),
        row.getObject("site_id", Long.class));
  }
}
