package org.tijian.inspection.pledge;

import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Keeps every text that was ever offered; one that was changed stops the start. */
@Component
class PledgeArchive {
  private static final String KEEP =
      """
      insert into pledge_text (version, language, text, sha256) values (:version, :language, :text, :sha256)
      on conflict do nothing
      """;
  private static final String KEPT =
      "select sha256 from pledge_text where version = :version and language = :language";

  private final VaultDatabase vault;

  PledgeArchive(VaultDatabase vault, Pledges pledges) {
    this.vault = vault;
    pledges.all().forEach(this::keep);
  }

  private void keep(Pledge pledge) {
    keep(pledge.version(), "zh", pledge.text().zh(), pledge.sha256().zh());
    keep(pledge.version(), "en", pledge.text().en(), pledge.sha256().en());
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
          "the %s text of pledge %s was changed: give it a new version"
              .formatted(language, version));
    }
  }
}
