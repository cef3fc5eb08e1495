package org.tijian.inspection.monitoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.Dialect.Edition;
import org.tijian.analytics.site.Dialect.FactorMap;
import org.tijian.analytics.site.LocalName;

/**
 * How some frames are written, as far as it can be seen without decoding them.
 *
 * @param frames how many were looked at
 * @param edition2005 flag with version bits 0 (HJ/T 212-2005)
 * @param edition2017 version bits 1
 * @param edition2025 version bits 2
 * @param oldCodes carry factor codes of HJ/T 212-2005
 * @param newCodes carry factor codes of HJ 212-2017
 * @param passwords how often each access password (PW) occurs
 */
record FrameManner(
    int frames,
    int edition2005,
    int edition2017,
    int edition2025,
    int oldCodes,
    int newCodes,
    Map<String, Integer> passwords) {
  private static final Pattern FLAG = Pattern.compile(";Flag=([0-9]{1,3});");

  private static final Pattern PASSWORD = Pattern.compile(";PW=([\\x21-\\x7e&&[^;=&#]]{1,24});");

  /** Bits 2 to 7 of the flag are the version. */
  private static final int VERSION_SHIFT = 2;

  private static final Pattern OLD_CODE =
      Pattern.compile("[&;,](?:[0-9]{3}|[BS][0-9]{2})-(?:Rtd|Avg|Min|Max|Cou)=");
  private static final Pattern NEW_CODE =
      Pattern.compile("[&;,][a-z][0-9]{5}-(?:Rtd|Avg|Min|Max|Cou)=");

  static FrameManner of(List<byte[]> frames) {
    int[] editions = new int[3];
    int oldCodes = 0;
    int newCodes = 0;
    Map<String, Integer> passwords = new HashMap<>();
    for (byte[] frame : frames) {
      String text = new String(frame, StandardCharsets.ISO_8859_1);
      Matcher flag = FLAG.matcher(text);
      if (flag.find()) {
        int version = Integer.parseInt(flag.group(1)) >> VERSION_SHIFT;
        if (version < editions.length) {
          editions[version]++;
        }
      }
      Matcher password = PASSWORD.matcher(text);
      if (password.find()) {
        passwords.merge(password.group(1), 1, Integer::sum);
      }
      oldCodes += OLD_CODE.matcher(text).find() ? 1 : 0;
      newCodes += NEW_CODE.matcher(text).find() ? 1 : 0;
    }
    return new FrameManner(
        frames.size(), editions[0], editions[1], editions[2], oldCodes, newCodes, passwords);
  }

  /** The most frequent password that is not the given one. */
  Optional<String> passwordOtherThan(@Nullable String known) {
    return passwords.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(known))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  List<DialectProposal> proposals(Dialect dialect) {
    List<DialectProposal> found = new ArrayList<>();
    propose(dialect, Edition.E2005, edition2005, "0", "2005", found);
    propose(dialect, Edition.E2017, edition2017, "1", "2017", found);
    propose(dialect, Edition.E2025, edition2025, "2", "2025", found);
    if (oldCodes > newCodes && dialect.factorMap() != FactorMap.FROM_2005) {
      found.add(
          new DialectProposal(
              "factorMap",
              FactorMap.FROM_2005.name(),
              new LocalName(
                  "最近 %d 个数据包中有 %d 个使用 HJ/T 212-2005 的因子编码。".formatted(frames, oldCodes),
                  "%d of the newest %d frames use factor codes of HJ/T 212-2005."
                      .formatted(oldCodes, frames)),
              oldCodes));
    }
    return found;
  }

  /** Nearly all of those that have a flag must say so: a few frames may be answers of old parts. */
  private void propose(
      Dialect dialect,
      Edition edition,
      int saying,
      String version,
      String year,
      List<DialectProposal> found) {
    int flagged = edition2005 + edition2017 + edition2025;
    if (saying == 0 || saying * 10 < flagged * 9 || dialect.edition() == edition) {
      return;
    }
    found.add(
        new DialectProposal(
            "edition",
            edition.name(),
            new LocalName(
                "最近 %d 个数据包中有 %d 个的 Flag 版本位为 %s（%s 版）。".formatted(frames, saying, version, year),
                "The version bits of Flag are %s (the edition of %s) in %d of the newest %d frames."
                    .formatted(version, year, saying, frames)),
            saying));
  }
}
