package org.tijian.inspection.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      "select id, username, name_zh, name_en, role, site_id, rights, head, ended_at, password_hash from account ";

  private static final String CREATE =
      """
      insert into account (id, username, password_hash, name_zh, name_en, role, site_id, rights, head)
      values (:id, :username, :hash, :zh, :en, :role, :site, :rights, :head)
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
  public List<Account> ofSite(long siteId) {
    return vault
        .jdbc()
        .sql(COLUMNS + "where site_id = :site and ended_at is null order by username")
        .param("site", siteId)
        .query((row, n) -> account(row))
        .list();
  }

  @Override
  public void setRights(UUID colleagueId, Set<SiteRight> rights) {
    vault
        .jdbc()
        .sql("update account set rights = :rights where id = :id and role = 'COLLEAGUE'")
        .param("rights", names(rights))
        .param("id", colleagueId)
        .update();
  }

  @Override
  public void end(UUID colleagueId) {
    vault
        .jdbc()
        .sql(
            "update account set rights = '{}', ended_at = now() where id = :id and role = 'COLLEAGUE'")
        .param("id", colleagueId)
        .update();
  }

  private static String[] names(Set<SiteRight> rights) {
    return rights.stream().map(SiteRight::name).sorted().toArray(String[]::new);
  }

  @Override
  public List<Account> office() {
    return vault
        .jdbc()
        .sql(COLUMNS + "where role = 'OFFICE' order by username")
        .query((row, n) -> account(row))
        .list();
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
    return added(
        new Account(UUID.randomUUID(), username.toLowerCase(Locale.ROOT), name, role, siteId),
        password);
  }

  @Override
  public Account createColleague(
      String username, String password, LocalName name, long siteId, Set<SiteRight> rights) {
    return added(
        new Account(
            UUID.randomUUID(),
            username.toLowerCase(Locale.ROOT),
            name,
            Role.COLLEAGUE,
            siteId,
            rights),
        password);
  }

  @Override
  public Account createOffice(String username, String password, LocalName name, boolean head) {
    return added(
        new Account(
            UUID.randomUUID(),
            username.toLowerCase(Locale.ROOT),
            name,
            Role.OFFICE,
            null,
            Set.of(),
            head),
        password);
  }

  private Account added(Account account, String password) {
    try {
      vault
          .transaction()
          .executeWithoutResult(
              transaction -> {
                insert(account, password);
                followers.forEach(follower -> follower.made(account, password));
              });
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException(
          "the username %s is taken".formatted(account.username()), e);
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
        .param("rights", names(account.rights()))
        .param("head", account.head())
        .update();
  }

  /** The account of a username with its password's hash, for the sign-in alone. */
  Optional<Known> known(String username) {
    return vault
        .jdbc()
        .sql(COLUMNS + "where username = :username")
        .param("username", username.toLowerCase(Locale.ROOT))
        .query(
            (row, n) ->
                new Known(
                    account(row),
                    row.getString("password_hash"),
                    row.getObject("ended_at") != null))
        .optional();
  }

  /**
   * @param ended whether the person left
   */
  record Known(Account account, String passwordHash, boolean ended) {}

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("username"),
        new LocalName(row.getString("name_zh"), row.getString("name_en")),
        Role.valueOf(row.getString("role")),
        row.getObject("site_id", Long.class),
        rights((String[]) row.getArray("rights").getArray()),
        row.getBoolean("head"));
  }

  private static Set<SiteRight> rights(String[] names) {
    Set<SiteRight> rights = EnumSet.noneOf(SiteRight.class);
    for (String name : names) {
      rights.add(SiteRight.valueOf(name));
    }
    return rights;
  }
}
