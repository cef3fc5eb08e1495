package org.tijian.gateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.Dialect.Cipher;
import org.tijian.analytics.site.Dialect.Edition;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

class FaultTests {
  /** Eight o'clock in Beijing, so that the night's check and the frozen morning are both near. */
  private static final Instant MORNING = Instant.parse("2026-11-01T00:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-10-31T18:00:00Z");
  private static final String MN = "010000A8900016F000169DC0";

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theSameSeedSendsTheSameBytes(Fault fault) {
    assertThat(sent(manner(fault, 1))).isEqualTo(sent(manner(fault, 1)));
  }

  @Test
  void anotherSeedSpoilsOtherFrames() {
    assertThat(sent(manner(Fault.DAMAGED, 1))).isNotEqualTo(sent(manner(Fault.DAMAGED, 2)));
  }

  @Test
  void freezesDriftsAndClipsNoxAlikeInLiveDataAndHistory() {
    assertThat(nox(Fault.FROZEN, MORNING)).hasSize(1);
    assertThat(nox(Fault.CLIPPED, MORNING)).allMatch(value -> value <= 62);
    Set<Double> healthy =
        minutes(new EmulatedOutlet(MN, Profile.TURBINE_A), MORNING)
            .map(frame -> Double.valueOf(frame.first("a21002-Avg")))
            .collect(Collectors.toSet());
    assertThat(nox(Fault.DRIFT, MORNING)).isNotEqualTo(healthy);
  }

  @Test
  void missesTheDailyCheck() {
    Logger logger = logger(manner(Fault.CALIBRATION_MISSED, 0));
    Logger healthy = logger(Manner.STANDARD);

    assertThat(minutes(healthy.outlet(), NIGHT)).anyMatch(f -> flag(f).equals("C"));
    assertThat(minutes(logger.outlet(), NIGHT)).noneMatch(f -> flag(f).equals("C"));
  }

  @Test
  void keepsNothingOfWhatItDrops() {
    Logger logger = logger(manner(Fault.DROPS, 3));
    ValueFaults values = new ValueFaults(manner(Fault.DROPS, 3), new CountSheet(MN));
    long kept =
        new HistoryShelf(logger.outlet(), values::kept)
            .periods(
                PeriodKind.MINUTE, MORNING, MORNING.plusSeconds(7199), MORNING.plusSeconds(9000))
            .count();

    assertThat(kept).isBetween(100L, 119L);
  }

  @Test
  void sendsWhatItKeptDuringACutNewestFirstAndMarked() {
    Manner manner =
        new Manner(
            Edition.E2025,
            "123456",
            false,
            Cipher.NONE,
            null,
            Set.of(Fault.GAP),
            0,
            new Manner.Cut(MORNING, Duration.ofHours(1)));
    Logger logger = logger(manner);
    Speech speech = new Speech(Edition.E2025, false, logger.state());

    List<Hj212Frame> kept = logger.keptDuring(manner.cut()).map(speech::sentAgain).toList();

    assertThat(kept).extracting(Hj212Frame::rf).containsOnly(1);
    assertThat(kept).filteredOn(frame -> frame.cn().equals("2051")).hasSize(60);
    assertThat(kept).filteredOn(frame -> frame.cn().equals("2061")).hasSize(1);
    assertThat(kept.get(0).first("DataTime")).isEqualTo("20261101085800");
  }

  @Test
  void repeatsWhatGetsNoAnswerAsOftenAsItWasTold() {
    LoggerState state = new LoggerState("123456", Duration.ZERO, Duration.ofSeconds(30));
    state.patience(Duration.ofSeconds(10), 2);
    AnswerWatch watch = new AnswerWatch(state);
    Hj212Frame frame = new EmulatedOutlet(MN, Profile.TURBINE_A).minute(MORNING).orElseThrow();
    Outgoing message = new Outgoing(List.of(frame.qn()), new byte[] {1}, List.of());

    watch.sending(Frames.withFlag(frame, 5));
    watch.sent(message, MORNING);

    assertThat(watch.overdue(MORNING.plusSeconds(9))).isEmpty();
    assertThat(watch.overdue(MORNING.plusSeconds(10))).hasSize(1);
    assertThat(watch.overdue(MORNING.plusSeconds(20))).hasSize(1);
    assertThat(watch.overdue(MORNING.plusSeconds(30))).isEmpty();
    assertThat(watch.isEmpty()).isTrue();
  }

  @Test
  void anAnswerEndsTheRepeating() {
    LoggerState state = new LoggerState("123456", Duration.ZERO, Duration.ofSeconds(30));
    AnswerWatch watch = new AnswerWatch(state);
    Hj212Frame frame = new EmulatedOutlet(MN, Profile.TURBINE_A).minute(MORNING).orElseThrow();
    watch.sending(Frames.withFlag(frame, 5));
    watch.sent(new Outgoing(List.of(frame.qn()), new byte[] {1}, List.of()), MORNING);

    watch.answered(frame.qn());

    assertThat(watch.overdue(MORNING.plusSeconds(100))).isEmpty();
  }

  @Test
  void namesAreThoseOfTheHelp() {
    assertThat(Fault.of("modbus-crc")).isEqualTo(Fault.MODBUS_CRC);
    assertThat(Fault.catalogue()).contains("modbus-crc", "crc-modbus-high-first");
    assertThatThrownBy(() -> Fault.of("rust")).hasMessage("no fault 'rust'; see --help");
  }

  private static Set<Double> nox(Fault fault, Instant from) {
    ValueFaults values = new ValueFaults(manner(fault, 0), new CountSheet(MN));
    return minutes(new EmulatedOutlet(MN, Profile.TURBINE_A), from)
        .map(values::kept)
        .flatMap(Optional::stream)
        .map(frame -> Double.valueOf(frame.first("a21002-Avg")))
        .collect(Collectors.toSet());
  }

  private static List<String> sent(Manner manner) {
    Logger logger = logger(manner);
    CountSheet sheet = new CountSheet(MN);
    Function<Hj212Frame, byte[]> encoder =
        frame -> new Hj212Encoder().encode(frame, FaultyLine.dialect(manner));
    FaultyLine line = new FaultyLine(manner, encoder, sheet);
    Speech speech = new Speech(manner.edition(), false, logger.state());
    return minutes(logger.outlet(), MORNING)
        .flatMap(frame -> logger.live(new Schedule.Due(MORNING, List.of(frame))))
        .flatMap(frame -> line.messages(speech.live(frame)).stream())
        .map(message -> Arrays.toString(message.bytes()))
        .toList();
  }

  private static java.util.stream.Stream<Hj212Frame> minutes(EmulatedOutlet outlet, Instant from) {
    return IntStream.range(0, 60)
        .mapToObj(i -> outlet.minute(from.plus(i, ChronoUnit.MINUTES)).orElseThrow());
  }

  private static String flag(Hj212Frame frame) {
    return String.valueOf(frame.first("a21002-Flag"));
  }

  private static Logger logger(Manner manner) {
    return new Logger(
        new EmulatorSettings.Device(MN, "p", Profile.TURBINE_A, null, manner, null),
        Duration.ofSeconds(30),
        new CountSheet(MN));
  }

  private static Manner manner(Fault fault, long seed) {
    return Manners.read(
        name ->
            Map.of(
                    "fault", fault.word(),
                    "seed", Long.toString(seed),
                    "gap-from", MORNING.toString())
                .get(name),
        Map.of());
  }
}
