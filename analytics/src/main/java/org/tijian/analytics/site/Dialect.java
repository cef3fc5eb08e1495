package org.tijian.analytics.site;

import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a logger speaks and is spoken to (方言): settings for what its frames do not say. What frames
 * do say is believed.
 *
 * @param edition how it is spoken to, and what its frames are held against
 * @param encoding of texts in its frames
 * @param checkSum the check sum it makes and expects
 * @param offset its clock's zone; the standard means Beijing time
 * @param factorMap how its factor codes become those of HJ 212-2017
 * @param ownFactors its code to ours, before the map; empty if it uses standard codes
 * @param cipher wire form of enciphered data areas
 * @param password its access password (PW), for requests to it and to recognise it over TCP; null:
 *     whatever it sends
 * @param systemType ST of requests to it, for example {@code 31}
 * @param tcp whether it may come over TCP, where MN and PW are all that identifies it
 * @param backfill whether missing periods are fetched from it
 */
public record Dialect(
    Edition edition,
    Encoding encoding,
    CheckSum checkSum,
    ZoneOffset offset,
    FactorMap factorMap,
    Map<String, String> ownFactors,
    Cipher cipher,
    @Nullable String password,
    String systemType,
    boolean tcp,
    boolean backfill) {

  /** Of a logger that nobody has described: HJ 212-2017 as printed, over MQTT. */
  public static final Dialect STANDARD =
      new Dialect(
          Edition.E2017,
          Encoding.UTF_8,
          CheckSum.HJ212,
          ZoneOffset.ofHours(8),
          FactorMap.AS_SENT,
          Map.of(),
          Cipher.NONE,
          null,
          "31",
          false,
          true);

  public Dialect {
    ownFactors = Map.copyOf(ownFactors);
  }

  /** The same, with missing periods fetched or not. */
  public Dialect withBackfill(boolean fetched) {
    return new Dialect(
        edition,
        encoding,
        checkSum,
        offset,
        factorMap,
        ownFactors,
        cipher,
        password,
        systemType,
        tcp,
        fetched);
  }

  /** The same, let in over TCP or not. */
  public Dialect withTcp(boolean letIn) {
    return new Dialect(
        edition,
        encoding,
        checkSum,
        offset,
        factorMap,
        ownFactors,
        cipher,
        password,
        systemType,
        letIn,
        backfill);
  }

  /** The same with an access password. */
  public Dialect withPassword(@Nullable String accessPassword) {
    return new Dialect(
        edition,
        encoding,
        checkSum,
        offset,
        factorMap,
        ownFactors,
        cipher,
        accessPassword,
        systemType,
        tcp,
        backfill);
  }

  public enum Edition {
    E2005,
    E2017,
    E2025
  }

  public enum Encoding {
    UTF_8,
    GBK
  }

  /** HJ 212 annex A, or CRC-16/MODBUS as some firmware sends it. */
  public enum CheckSum {
    HJ212,
    MODBUS_HIGH_FIRST,
    MODBUS_LOW_FIRST
  }

  public enum FactorMap {
    AS_SENT,
    /** Codes of HJ/T 212-2005 annex B become those of HJ 212-2017. */
    FROM_2005
  }

  /** HJ 212-2025 6.4, whose wire form is not settled: cipher bytes, or their hexadecimal text. */
  public enum Cipher {
    NONE,
    SM4_BINARY,
    SM4_TEXT
  }
}
