package org.tijian.inspection.request;

import org.tijian.inspection.database.VaultDatabase;

/**
 * Keeps every text that was ever offered for signature, so that what was signed can be read to the
 * letter. Its table has the columns version, language, text and sha256.
 */
public final class OfferedTexts {
  private final VaultDatabase vault;
  private final String keep;
  private final String kept;
  private final String name;

  /**
   * @param table of the vault
   * @param name what its texts are called where one was changed
   */
  public OfferedTexts(VaultDatabase vault, String table, String name) {
    this.vault = vault;
    this.name = name;
    this.keep =
        """
        insert into %s (version, language, text, sha256)
        values (:version, :language, :text, :sha256)
        on conflict do nothing
        """
            .formatted(table);
    this.kept =
        "select sha256 from %s where version = :version and language = :language".formatted(table);
  }

  /**
   * @throws IllegalStateException if that version was offered with another text
   */
  public void keep(String version, String language, String text, String sha256) {
    vault
        .jdbc()
        .sql(keep)
        .param("version", version)
        .param("language", language)
        .param("text", text)
        .param("sha256", sha256)
        .update();
    String known =
        vault
            .jdbc()
            .sql(kept)
            .param("version", version)
            .param("language", language)
            .query(String.class)
            .single();
    if (!known.equals(sha256)) {
      throw new IllegalStateException(
          "the %s text of %s %s was changed: give it a new version"
              .formatted(language, name, version));
    }
  }
}
