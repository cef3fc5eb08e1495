package org.tijian.inspection.redteam;

import java.util.List;
import java.util.UUID;

/**
 * A check-up that was played, with everything that was said in it.
 *
 * @param photo id of its photo
 */
record Visit(UUID id, String number, UUID photo, Person expert, List<Needle> said) {
  String path(String rest) {
    return "/api/checkups/%s%s".formatted(id, rest);
  }
}
