package org.tijian.inspection.pledge;

import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.OfferedTexts;

/** Keeps every text that was ever offered; one that was changed stops the start. */
@Component
class PledgeArchive {
  PledgeArchive(VaultDatabase vault, Pledges pledges) {
    OfferedTexts texts = new OfferedTexts(vault, "pledge_text", "pledge");
    for (Pledge pledge : pledges.all()) {
      texts.keep(pledge.version(), "zh", pledge.text().zh(), pledge.sha256().zh());
      texts.keep(pledge.version(), "en", pledge.text().en(), pledge.sha256().en());
    }
  }
}
