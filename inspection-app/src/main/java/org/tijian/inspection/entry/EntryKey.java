package org.tijian.inspection.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.SecretFile;
import org.tijian.inspection.request.Appointment;

/**
 * Signs what stands in the code of a slip, with a key in a file outside the database. The signature
 * is over who comes when: a visit that is rearranged makes every slip from before worthless, and
 * nobody has to keep a list of them. The key opens nothing; if it is lost, slips are printed anew.
 */
@Component
class EntryKey {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final SecretKeySpec key;

  EntryKey(@Value("${tijian.data-dir}") Path dataDirectory) throws IOException {
    this.key =
        new SecretKeySpec(
            SecretFile.in(dataDirectory.resolve("entry"), "entry-slip.key", KEY_BYTES),
            "HmacSHA256");
  }

  /** For the code of the slip: the id of the visit and a signature, in letters for an address. */
  String token(UUID checkupId, Appointment appointment) {
    byte[] signature = signature(checkupId, appointment);
    byte[] token =
        ByteBuffer.allocate(ID_BYTES + signature.length)
            .putLong(checkupId.getMostSignificantBits())
            .putLong(checkupId.getLeastSignificantBits())
            .put(signature)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Which visit a token speaks of; empty if it is no token. Says nothing of its signature. */
  static Optional<UUID> visitOf(String token) {
    byte[] bytes = bytes(token);
    if (bytes.length <= ID_BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
  }

  /** Whether it was signed here, for the visit as it is arranged now. */
  boolean isOf(String token, UUID checkupId, Appointment appointment) {
    byte[] bytes = bytes(token);
    return bytes.length > ID_BYTES
        && MessageDigest.isEqual(
            Arrays.copyOfRange(bytes, ID_BYTES, bytes.length), signature(checkupId, appointment));
  }

  private byte[] signature(UUID checkupId, Appointment appointment) {
    String words =
        "tijian-entry-1|%s|%s|%s|%s"
            .formatted(
                checkupId, appointment.startsAt(), appointment.endsAt(), appointment.expertIds());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(words.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
