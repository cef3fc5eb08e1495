package org.tijian.gateway.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * What is said to a frame that is stored: 9014 to data, 9013 to a notice, nothing to an answer, and
 * nothing where none is wanted (HJ 212-2017 6.5.1, annex C).
 */
final class Answers {
  private static final String DATA = "9014";
  private static final String NOTICE = "9013";

  /** The heartbeat of HJ 212-2025: the one command of the nine thousands that is no answer. */
  private static final String HEARTBEAT = "9015";

  /**
   * Registration of hardware (2025), the wish for a clock time, the wish for a key (2025), the
   * telling of a new instrument. Site information (3020) is answered like data: 2017 table C.48.
   */
  private static final Set<String> NOTICES = Set.of("1001", "1013", "1014", "3019");

  private static final int ANSWER = 0b01;
  private static final int PACKET_BITS = 0b11;
  private static final int VERSION_SHIFT = 2;

  private Answers() {}

  static Optional<Hj212Frame> to(Hj212Frame frame) {
    boolean heartbeat = frame.cn().equals(HEARTBEAT);
    Integer flag = frame.flag();
    if (flag == null || (flag & ANSWER) == 0 || (frame.cn().startsWith("9") && !heartbeat)) {
      return Optional.empty();
    }
    String answer = heartbeat || NOTICES.contains(frame.cn()) ? NOTICE : DATA;
    return Optional.of(flag >> VERSION_SHIFT == 0 ? of2005(frame, answer) : of2017(frame, answer));
  }

  /** The same QN; version bits as asked, no answer wanted, no packet numbers. */
  private static Hj212Frame of2017(Hj212Frame frame, String cn) {
    Integer flag = frame.flag();
    Integer version = flag == null ? null : flag & ~PACKET_BITS;
    return answer(frame, frame.qn(), cn, version, List.of());
  }

  /** QN inside the data area; 9014 also names command and packet there. */
  private static Hj212Frame of2005(Hj212Frame frame, String cn) {
    List<List<Field>> data = new ArrayList<>();
    if (frame.qn() != null) {
      data.add(item("QN", frame.qn()));
    }
    if (cn.equals(DATA)) {
      data.add(item("CN", frame.cn()));
      data.add(item("PNO", numberOr1(frame.pno())));
      data.add(item("PNUM", numberOr1(frame.pnum())));
    }
    return answer(frame, null, cn, null, data);
  }

  private static Hj212Frame answer(
      Hj212Frame frame,
      @Nullable String qn,
      String cn,
      @Nullable Integer flag,
      List<List<Field>> data) {
    return new Hj212Frame(
        qn, Requests.SYSTEM, cn, frame.pw(), frame.mn(), flag, null, null, null, data);
  }

  private static String numberOr1(@Nullable Integer number) {
    return number == null ? "1" : number.toString();
  }

  private static List<Field> item(String name, String value) {
    return List.of(new Field(name, value));
  }
}
