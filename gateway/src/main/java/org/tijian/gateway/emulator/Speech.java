package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.site.Dialect.Edition;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * How the logger puts what it has to say: in the style of its edition, by its own clock, with its
 * access password. Takes frames of HJ 212-2017 at true time.
 */
final class Speech {
  private static final int VERSION = 2;
  private static final int LOW_BITS = 0b11;
  private static final int ANSWER = 0b01;
  private static final String INSTRUMENT = "PolId";

  /** HJ/T 212-2005 annex B, of what the logger measures. */
  private static final Map<String, String> CODES_2005 =
      Map.of(
          "a21002", "03", "a21005", "04", "a19001", "S01", "a01011", "S02", "a01012", "S03",
          "a01013", "S08", "a01014", "S05", "a00000", "B02");

  private final Edition edition;
  private final boolean wantsAnswers;
  private final LoggerState state;

  /**
   * @param wantsAnswers whether uploads ask for 9014
   */
  Speech(Edition edition, boolean wantsAnswers, LoggerState state) {
    this.edition = edition;
    this.wantsAnswers = wantsAnswers;
    this.state = state;
  }

  /** Data as it is measured: by the logger's clock. */
  Hj212Frame live(Hj212Frame frame) {
    Hj212Frame timed = Frames.dataTime(frame).map(at -> byClock(frame, at)).orElse(frame);
    return stored(
        Frames.qnTime(frame.qn())
            .map(at -> Frames.withQn(timed, Frames.qn(at.plus(state.clockError()))))
            .orElse(timed));
  }

  /** Data that was kept: its times are already those of the store. */
  Hj212Frame stored(Hj212Frame frame) {
    Hj212Frame marked = Frames.dataTime(frame).map(at -> marked(frame, at)).orElse(frame);
    return styled(wantsAnswers ? Frames.withFlag(marked, flag(marked) | ANSWER) : marked);
  }

  /** Data that was kept while the line was cut; HJ 212-2025 marks it. */
  Hj212Frame sentAgain(Hj212Frame frame) {
    return stored(edition == Edition.E2025 ? Frames.resent(frame) : frame);
  }

  /** What the logger answers: data as it keeps it, anything else as it is. */
  Hj212Frame answered(Hj212Frame frame) {
    if (frame.cn().equals("2011")) {
      return live(frame);
    }
    return frame.cn().startsWith("2") ? stored(frame) : styled(frame);
  }

  /** A request as the edition writes it, in the codes of HJ 212-2017. */
  Hj212Frame understood(Hj212Frame request) {
    return Frames.withFields(
        request,
        field ->
            field.name().equals(INSTRUMENT)
                ? new Field(INSTRUMENT, code2017(field.value()))
                : field);
  }

  private static String code2017(String code) {
    return CODES_2005.entrySet().stream()
        .filter(each -> each.getValue().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(code);
  }

  /** An answer, or a notice: nothing that is measured. */
  Hj212Frame styled(Hj212Frame frame) {
    Hj212Frame mine = Frames.withPassword(frame, state.password());
    return switch (edition) {
      case E2005 -> of2005(mine);
      case E2017 -> mine;
      case E2025 -> Frames.withFlag(mine, flag(mine) & LOW_BITS | 2 << VERSION);
    };
  }

  private Hj212Frame byClock(Hj212Frame frame, Instant at) {
    Instant shifted = at.plus(state.clockError());
    return Frames.withDataTime(
        frame,
        switch (frame.cn()) {
          case "2051" -> shifted.truncatedTo(ChronoUnit.MINUTES);
          case "2061" -> at.plus(Duration.ofHours(state.clockError().toHours()));
          case "2031", "2041" -> at;
          default -> shifted.truncatedTo(ChronoUnit.SECONDS);
        });
  }

  private Hj212Frame marked(Hj212Frame frame, Instant at) {
    Optional<Calibration> running =
        state.calibrations().stream().filter(c -> c.covers(at)).reduce((a, b) -> b);
    boolean concerned = frame.cn().equals("2011") || frame.cn().equals("2051");
    return concerned ? running.map(c -> c.mark(frame)).orElse(frame) : frame;
  }

  /** Without QN around the data area; an answer tells it inside (HJ/T 212-2005). */
  private static Hj212Frame of2005(Hj212Frame frame) {
    Hj212Frame coded =
        Frames.withFields(Frames.withFlag(frame, flag(frame) & LOW_BITS), Speech::coded2005);
    boolean data = frame.cn().startsWith("2");
    String qn = frame.qn();
    if (data || qn == null) {
      return Frames.withQn(coded, null);
    }
    List<List<Field>> items = new ArrayList<>(List.of(List.of(new Field("QN", qn))));
    items.addAll(coded.data());
    return Frames.withQn(Frames.withData(coded, items), null);
  }

  private static Field coded2005(Field field) {
    return field.name().equals(INSTRUMENT)
        ? new Field(INSTRUMENT, CODES_2005.getOrDefault(field.value(), field.value()))
        : new Field(code2005(field.name()), field.value());
  }

  private static String code2005(String name) {
    int dash = name.indexOf('-');
    String code = dash < 0 ? null : CODES_2005.get(name.substring(0, dash));
    return code == null ? name : code + name.substring(dash);
  }

  private static int flag(Hj212Frame frame) {
    Integer flag = frame.flag();
    return flag == null ? 0 : flag;
  }
}
