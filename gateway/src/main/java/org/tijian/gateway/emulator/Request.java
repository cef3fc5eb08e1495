package org.tijian.gateway.emulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** A request of the platform, and the answers to it (HJ 212-2017 table 4 and annex C). */
record Request(Hj212Frame frame) {
  static final int READY = 1;
  static final int WRONG_PASSWORD = 3;
  static final int WRONG_MN = 4;
  static final int WRONG_QN = 7;
  static final int WRONG_COMMAND = 8;

  /** Version of the 2017 edition, no answer wanted. */
  static final int FLAG = 4;

  private static final String INTERACTION = "91";

  /** The id of the exchange, or null if it has none of 17 digits. */
  @Nullable String qn() {
    String qn = frame.qn();
    return qn != null && qn.matches("\\d{17}") ? qn : null;
  }

  /** 9011: whether the request is taken on. */
  Hj212Frame accepted(String mn, int readiness) {
    return answer("9011", mn, List.of(List.of(new Field("QnRtn", "" + readiness))));
  }

  /** 9012: how it went. */
  Hj212Frame executed(String mn, int result) {
    return answer("9012", mn, List.of(List.of(new Field("ExeRtn", "" + result))));
  }

  /** 9013: a notice was heard. */
  Hj212Frame noticed(String mn) {
    return answer("9013", mn, List.of());
  }

  /** What is asked for, under the QN and command of the request. */
  Hj212Frame telling(List<List<Field>> data) {
    return new Hj212Frame(
        frame.qn(), "31", frame.cn(), frame.pw(), frame.mn(), FLAG, null, null, null, data);
  }

  /** A value of the data area; a blank one counts as missing. */
  @Nullable String value(String name) {
    String value = frame.first(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** A number of the data area, or -1 if it is missing or none. */
  int number(String name) {
    String value = value(name);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
  }

  private Hj212Frame answer(String cn, String mn, List<List<Field>> data) {
    return new Hj212Frame(
        frame.qn(), INTERACTION, cn, frame.pw(), mn, FLAG, null, null, null, data);
  }
}
