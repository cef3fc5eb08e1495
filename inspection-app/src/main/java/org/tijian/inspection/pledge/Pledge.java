package org.tijian.inspection.pledge;

import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.request.Terms;

/**
 * A text that experts sign.
 *
 * @param text whole text, to the letter
 */
record Pledge(String version, LocalName text) {

  /** SHA-256 of the UTF-8 bytes of each language's text, in hex. */
  LocalName sha256() {
    return new LocalName(Terms.sha256(text.zh()), Terms.sha256(text.en()));
  }
}
