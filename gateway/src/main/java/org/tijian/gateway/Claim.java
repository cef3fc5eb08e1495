package org.tijian.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Device;

/**
 * Whom a frame says it is from. Read from its head alone, which is never enciphered.
 *
 * @param mn null if it names none that can be one
 */
record Claim(@Nullable String mn, @Nullable String password) {
  // With what follows them: the head of a frame that was cut off may end within a name.
  private static final Pattern MN = Pattern.compile("MN=([^;,&]{1,64})[;,&]");
  private static final Pattern PASSWORD = Pattern.compile("PW=([^;,&]{1,64})[;,&]");
  private static final int LONGEST_HEAD = 512;

  static Claim in(byte[] frame) {
    String head =
        new String(frame, 0, Math.min(frame.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
    int content = head.indexOf("CP=");
    String fields = content < 0 ? head : head.substring(0, content);
    String mn = first(MN, fields);
    return new Claim(mn != null && Device.isMn(mn) ? mn : null, first(PASSWORD, fields));
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).strip() : null;
  }

  /** Takes as long for a wrong password as for the right one. */
  boolean knows(String expected) {
    return password != null
        && MessageDigest.isEqual(
            password.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
