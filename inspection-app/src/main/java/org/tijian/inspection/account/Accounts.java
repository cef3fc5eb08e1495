package org.tijian.inspection.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/** The accounts, kept in the vault database. */
public interface Accounts {

  Optional<Account> find(UUID id);

  /**
   * @param username in any case
   */
  Optional<Account> byUsername(String username);

  /** The directors of an enterprise, in order of their usernames. */
  List<Account> directors(long siteId);

  /** Names of accounts, asked for at once; those that do not exist are left out. */
  Map<UUID, LocalName> names(Collection<UUID> ids);

  /** The directors and colleagues of an enterprise who may sign in, in order of their usernames. */
  List<Account> ofSite(long siteId);

  /** The people of the programme office, in order of their usernames. */
  List<Account> office();

  /** All experts, in order of their usernames. */
  List<Account> experts();

  /** Changes what a colleague may do; joins the caller's transaction. */
  void setRights(UUID colleagueId, Set<SiteRight> rights);

  /** A colleague signs in no more; joins the caller's transaction. */
  void end(UUID colleagueId);

  /** Whether anybody can sign in at all. */
  boolean isEmpty();

  /**
   * @param username is kept in lower case
   * @param password told to nobody; only its Argon2 hash is kept
   * @throws IllegalArgumentException if the username is taken
   */
  Account create(
      String username, String password, LocalName name, Role role, @Nullable Long siteId);

  /**
   * Somebody of the programme office.
   *
   * @param head whether the person is its head
   * @throws IllegalArgumentException if the username is taken
   */
  Account createOffice(String username, String password, LocalName name, boolean head);

  /**
   * A colleague with limited rights.
   *
   * @throws IllegalArgumentException if the username is taken
   */
  Account createColleague(
      String username, String password, LocalName name, long siteId, Set<SiteRight> rights);
}
