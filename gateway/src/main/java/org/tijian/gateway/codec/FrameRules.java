package org.tijian.gateway.codec;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds the content of a frame that was read against the tables of its edition. */
final class FrameRules {
  private static final Pattern MN_2017 = Pattern.compile("[0-9A-F]{24}");
  private static final int MN_2005_LENGTH = 14;
  private static final int QN_DIGITS = 17;
  private static final int PW_LENGTH = 6;

  private final Hj212Frame frame;
  private final String edition;
  private final List<Defect> defects;

  /** Where the field table was read clause by clause. */
  private final @Nullable String clause;

  private FrameRules(Hj212Frame frame, List<Defect> defects) {
    this.frame = frame;
    this.edition = frame.edition();
    this.defects = defects;
    this.clause = edition.equals("2017") ? Defect.SEGMENT : null;
  }

  /** Adds what departs from the standard to the list. */
  static void report(Hj212Frame frame, List<Defect> defects) {
    FrameRules rules = new FrameRules(frame, defects);
    rules.reportMissing();
    rules.reportShapes();
    rules.reportPacket();
    FieldRules.report(frame, defects);
  }

  private void reportMissing() {
    boolean since2017 = !edition.equals("2005");
    boolean answer = frame.cn().startsWith("9");
    missing(frame.st(), "ST");
    missing(answer ? "" : frame.mn(), "MN");
    missing(answer ? "" : frame.pw(), "PW");
    missing(since2017 || frame.answerWanted() ? frame.qn() : "", "QN");
    missing(since2017 ? frame.flag() : "", "Flag");
  }

  private void missing(@Nullable Object value, String name) {
    add(value == null, "missing-" + name.toLowerCase(Locale.ROOT), null, null);
  }

  private void reportShapes() {
    String qn = frame.qn();
    if (qn != null) {
      boolean digits = qn.length() == QN_DIGITS && allDigits(qn);
      add(!digits, "qn-not-17-digits", null, qn);
      add(digits && !isTime(qn), "qn-no-time", null, qn);
    }
    add(frame.cn().length() != 4 || !allDigits(frame.cn()), "cn-not-four-digits", null, frame.cn());
    String pw = frame.pw();
    if (pw != null && !pw.isEmpty()) {
      add(pw.length() != PW_LENGTH, "pw-not-six-characters", "6", "" + pw.length());
    }
    reportMn(frame.mn());
    Integer flag = frame.flag();
    boolean doubtful = flag != null && flag >> 2 == 2 && "21".equals(frame.st());
    add(doubtful, "flag-version-doubtful", null, doubtful ? "" + flag : null);
  }

  private void reportMn(@Nullable String mn) {
    if (mn == null || mn.isEmpty()) {
      return;
    }
    if (edition.equals("2005")) {
      add(mn.length() != MN_2005_LENGTH, "mn-not-14-characters", "14", "" + mn.length());
    } else {
      add(!MN_2017.matcher(mn).matches(), "mn-not-24-hexadecimal-digits", "24", mn);
    }
  }

  private void reportPacket() {
    Integer pnum = frame.pnum();
    Integer pno = frame.pno();
    boolean both = pnum != null && pno != null;
    add(frame.numbered() && !both, "packet-number-missing", null, null);
    add(!frame.numbered() && both, "packet-number-not-flagged", null, null);
    if (pnum != null && pno != null) {
      add(pno < 1 || pno > pnum, "packet-number-out-of-range", "1…" + pnum, "" + pno);
    }
  }

  private static boolean allDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isTime(String qn) {
    return between(qn, 4, 1, 12)
        && between(qn, 6, 1, 31)
        && between(qn, 8, 0, 23)
        && between(qn, 10, 0, 59)
        && between(qn, 12, 0, 59);
  }

  private static boolean between(String digits, int at, int least, int most) {
    int value = Integer.parseInt(digits, at, at + 2, 10);
    return value >= least && value <= most;
  }

  private void add(
      boolean present, String code, @Nullable String declared, @Nullable String found) {
    if (present) {
      defects.add(new Defect(code, clause, declared, found));
    }
  }
}
