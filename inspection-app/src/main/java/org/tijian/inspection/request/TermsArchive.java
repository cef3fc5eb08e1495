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

  private static final String KEEP_POLICY =
      """
      insert into policy_text (version, text, sha256) values (:version, :text, :sha256)
      on conflict do nothing
      """;

  private final VaultDatabase vault;

  TermsArchive(VaultDatabase vault, Policies policies) {
    this.vault = vault;
    policies.all().forEach(this::keep);
  }

  private void keep(Policies.Edition edition) {
    Terms terms = edition.terms();
    keepPolicy(terms.version(), edition.policyText());
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

  private void keepPolicy(String version, String text) {
    vault
        .jdbc()
        .sql(KEEP_POLICY)
        .param("version", version)
        .param("text", text)
        .param("sha256", Terms.sha256(text))
        .update();
    String kept =
        vault
            .jdbc()
            .sql("select text from policy_text where version = :version")
            .param("version", version)
            .query(String.class)
            .single();
    if (!kept.equals(text)) {
      throw new IllegalStateException(
          "the policy %s was changed: give it a new version".formatted(version));
    }
  }
}
