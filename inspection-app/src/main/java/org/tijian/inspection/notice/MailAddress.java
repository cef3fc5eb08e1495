package org.tijian.inspection.notice;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person wants mail.
 *
 * @param language {@code zh} or {@code en}
 * @param confirmedAt when the person showed that mail arrives there; null before
 * @param codeSha256 of the code that was sent there; null if none is open
 * @param attempts codes that were tried since
 */
record MailAddress(
    String address,
    String language,
    @Nullable Instant confirmedAt,
    @Nullable String codeSha256,
    int attempts) {
  private static final int LONGEST = 254;

  /** Plain addresses: no names, comments, quotes or several at once. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  static boolean isUsable(String address) {
    return address.length() <= LONGEST && PLAIN.matcher(address).matches();
  }
}
