package org.tijian.inspection.request;

import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Keeps every text that was ever offered, so that an old consent can be read to the letter. */
@Component
class TermsArchive {
  private static final String KEEP_POLICY =
      """
      insert into policy_text (version, text, sha256) values (:version, :text, :sha256)
      on conflict do nothing
      """;

  private final VaultDatabase vault;
  private final OfferedTexts texts;

  TermsArchive(VaultDatabase vault, Policies policies) {
    this.vault = vault;
    this.texts = new OfferedTexts(vault, "terms_text", "terms");
    policies.all().forEach(this::keep);
  }

  private void keep(Policies.Edition edition) {
    Terms terms = edition.terms();
    keepPolicy(terms.version(), edition.policyText());
    texts.keep(terms.version(), "zh", terms.text().zh(), terms.sha256().zh());
    texts.keep(terms.version(), "en", terms.text().en(), terms.sha256().en());
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
