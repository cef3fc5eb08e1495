package org.tijian.inspection.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.Certificate;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.chain.Inclusion;
import org.tijian.inspection.chain.Sha256;

/** Puts together the record of a visit with everything that is needed to check it. */
@Component
class AccessFiles {
  private final AccessRecord record;
  private final HeadStore store;
  private final Heads heads;
  private final Certificates certificates;

  AccessFiles(AccessRecord record, HeadStore store, Heads heads, Certificates certificates) {
    this.record = record;
    this.store = store;
    this.heads = heads;
    this.certificates = certificates;
  }

  AccessFile of(UUID checkupId) {
    return of(checkupId, certificates.of(checkupId));
  }

  /** The record of an enterprise's documents. */
  AccessFile ofSite(long siteId) {
    return of(Access.ofSite(siteId), certificates.ofSite(siteId));
  }

  private AccessFile of(UUID chain, List<Certificate> destroyed) {
    // Proofs first: an entry that comes in between is in the record, and simply not yet covered.
    List<Inclusion> inclusions = heads.inclusions(chain);
    List<Entry> entries = record.of(chain);
    return new AccessFile(
        AccessFile.FORMAT,
        Sha256.visit(chain),
        entries,
        inclusions,
        store.heads(inclusions.stream().map(Inclusion::head).toList()),
        store.keys(),
        destroyed);
  }
}
