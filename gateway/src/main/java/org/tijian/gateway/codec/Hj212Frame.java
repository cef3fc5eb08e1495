package org.tijian.gateway.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of one frame (HJ 212-2017 table 3). Only the command is always there: editions and
 * devices leave out the others.
 *
 * @param qn id of the exchange, normally 17 digits of time; an opaque key, devices send other
 *     things
 * @param st system type, for example {@code 31} for waste gas
 * @param cn command number, for example {@code 2051}
 * @param pw access password
 * @param mn device id as the frame claims it
 * @param flag one byte: version in the upper six bits, bit 1 packet numbers present, bit 0 answer
 *     wanted
 * @param pnum number of packets of a split message
 * @param pno number of this packet, from 1
 * @param rf 1 for data sent again (补传), HJ 212-2025
 * @param data the data area: items in wire order, each a list of fields; repeated names are kept
 */
public record Hj212Frame(
    @Nullable String qn,
    @Nullable String st,
    String cn,
    @Nullable String pw,
    @Nullable String mn,
    @Nullable Integer flag,
    @Nullable Integer pnum,
    @Nullable Integer pno,
    @Nullable Integer rf,
    List<List<Field>> data) {

  private static final int ANSWER = 0b01;
  private static final int NUMBERED = 0b10;
  private static final int VERSION_SHIFT = 2;
  private static final String SURFACE_WATER = "21";

  public Hj212Frame {
    data = data.stream().map(List::copyOf).toList();
  }

  /**
   * Whether the sender waits for an answer. Answers (9xxx) are never answered, though some senders
   * set the bit in them.
   */
  public boolean answerWanted() {
    return has(ANSWER) && !cn.startsWith("9");
  }

  /** Whether the flag says that PNUM and PNO are present. */
  public boolean numbered() {
    return has(NUMBERED);
  }

  /**
   * The edition whose style the frame follows: {@code 2005}, {@code 2017} or {@code 2025}. The
   * flag's version bits decide, but for surface water; without a flag, the style of the factor
   * codes. A guess for display, not for verdicts.
   */
  public String edition() {
    if (flag == null) {
      return data.stream().flatMap(List::stream).anyMatch(Hj212Frame::coded2017) ? "2017" : "2005";
    }
    // Surface-water stations sent version 2 years before there was an edition of 2025.
    return SURFACE_WATER.equals(st) && flag >> VERSION_SHIFT == 2 ? "2017" : version(flag);
  }

  /** The edition that the version bits of a flag name. */
  static String version(int flag) {
    return switch (flag >> VERSION_SHIFT) {
      case 0 -> "2005";
      case 1 -> "2017";
      default -> "2025";
    };
  }

  /** The same frame with another data area. */
  Hj212Frame with(List<List<Field>> otherData) {
    return new Hj212Frame(qn, st, cn, pw, mn, flag, pnum, pno, rf, otherData);
  }

  /** The value of the first field of that name in any item, or null. */
  public @Nullable String first(String name) {
    return data.stream()
        .flatMap(List::stream)
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse(null);
  }

  private boolean has(int bit) {
    return flag != null && (flag & bit) != 0;
  }

  private static boolean coded2017(Field field) {
    return field.name().matches("[aegw]\\d{5}-.*");
  }
}
