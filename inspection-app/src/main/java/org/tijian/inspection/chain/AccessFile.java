package org.tijian.inspection.chain;

import java.util.List;

/**
 * The whole access record of a visit with everything that is needed to check it, as it is
 * downloaded.
 *
 * @param visit hash of the visit's id
 * @param entries oldest first
 * @param inclusions one for every head at which the chain had grown, oldest first
 * @param heads those of the inclusions
 * @param certificates of deletion
 */
public record AccessFile(
    String format,
    String visit,
    List<Entry> entries,
    List<Inclusion> inclusions,
    List<Head> heads,
    List<HeadKey> keys,
    List<Certificate> certificates) {
  public static final String FORMAT = "tijian-access-record-1";
}
