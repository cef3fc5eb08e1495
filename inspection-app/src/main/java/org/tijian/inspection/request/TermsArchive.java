package org.tijian.inspection.request;

import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Keeps every text that was ever offered, so that an old consent can be read to the letter. */
@Component
class TermsArchive {
  private static final String KEEP =
      """
      insert into terms_text (version, language, text, sha256)
      values (:version, :language, :text, :sha256)
      on conflict do nothing
      """;
  private static final String KEPT =
      "select sha256 from terms_text where version = :version and language = :language";

  private final VaultDatabase vault;

  TermsArchive(VaultDatabase vault, Terms terms) {
    this.vault = vault;
    keep(terms.version(), "zh", terms.text().zh(), terms.sha256().zh());
    keep(terms.version(), "en", terms.text().en(), terms.sha256().en());
  }

  private void keep(String version, String language, String text, String sha256) {
    vault
        .jdbc()
        .sql(KEEP)
        .param("version", version)
        .param("language", language)
        .param("text", text)
        .param("sha256", sha256)
        .update();
    String kept =
        vault
            .jdbc()
            .sql(KEPT)
            .param("version", version)
            .param("language", language)
            .query(String.class)
            .single();
    if (!kept.equals(sha256)) {
      throw new IllegalStateException(
          "the %s text of terms %s was changed: give it a new version"
              .formatted(language, version));
    }
  }
}
