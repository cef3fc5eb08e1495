package org.tijian.gateway.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.FrameVerdict.Noted;
import org.tijian.analytics.reading.FrameVerdict.Readings;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

class NormaliserTests {
  private static final String MN = "LOGGER-1";
  private static final Instant RECEIVED = Instant.parse("2026-11-23T13:30:05Z");

  private static MonitoringDatabase database;
  private static long outlet;
  private final Normaliser normaliser = new Normaliser(SiteRegister.on(database));

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
    SiteRegister register = SiteRegister.on(database);
    LocalName name = new LocalName("厂", "Plant");
    Site site = register.addSite(name);
    outlet = register.addOutlet(new Outlet(0, site.id(), "1", name, null, false, List.of())).id();
    register.addDevice(MN, outlet);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"2011, REAL_TIME", "2051, MINUTE", "2061, HOUR", "2031, DAY"})
  void theCommandTellsTheKindOfPeriod(String command, PeriodKind kind) {
    PeriodReadings readings =
        readings(frame(command, "DataTime=20261123213000", "a21026-Avg=12.5"));

    assertThat(readings.kind()).isEqualTo(kind);
    assertThat(readings.outletId()).isEqualTo(outlet);
    assertThat(readings.measuredAt()).isEqualTo(Instant.parse("2026-11-23T13:30:00Z"));
    assertThat(readings.part()).isZero();
  }

  @Test
  void everyFieldOfAFactorFindsItsPlaceWhateverTheOrder() {
    PeriodReadings readings =
        readings(
            frame(
                "2051",
                "a21026-Flag=C",
                "a21026-Cou=0.5",
                "a21026-Max=3",
                "a21026-ZsAvg=2.5",
                "DataTime=20261123213000",
                "a21026-Min=1",
                "a21026-Avg=2",
                "a19001-Rtd=14.1",
                "a19001-ZsRtd=14.2",
                "a19001-Unheard=7"));

    assertThat(readings.factors())
        .containsExactly(
            new FactorReading("a21026", 2.0, 1.0, 3.0, 0.5, 2.5, DataFlag.CALIBRATION),
            new FactorReading("a19001", 14.1, null, null, null, 14.2, DataFlag.NORMAL));
  }

  @ParameterizedTest
  @CsvSource({"abc", "NaN", "Infinity", "1e999", "0x10", "12d", "--", "1.2.3"})
  void whatIsNoNumberIsNoValue(String text) {
    PeriodReadings readings =
        readings(frame("2051", "DataTime=20261123213000", "a21026-Avg=" + text, "a21026-Flag=D"));

    assertThat(readings.factors())
        .containsExactly(new FactorReading("a21026", null, null, null, null, null, DataFlag.FAULT));
  }

  @Test
  void aMarkThatIsTooLongIsNotNormal() {
    PeriodReadings readings =
        readings(frame("2051", "DataTime=20261123213000", "a21026-Avg=1", "a21026-Flag=NNNNN"));

    assertThat(readings.factors().get(0).flag().isNormal()).isFalse();
  }

  @Test
  void theNumberOfASubPacketIsItsPart() {
    Hj212Frame whole = frame("2051", "DataTime=20261123213000", "a21026-Avg=1");

    assertThat(readings(split(whole, 3, 2)).part()).isEqualTo(2);
    assertThat(readings(split(whole, 1, 1)).part()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "20261123213000, 2026-11-23T13:30:00Z",
    "20261123213000123, 2026-11-23T13:30:00.123Z",
    "20261124213004, 2026-11-24T13:30:04Z"
  })
  void dataTimeIsBeijingTime(String text, Instant expected) {
    assertThat(readings(frame("2011", "DataTime=" + text, "a21026-Rtd=1")).measuredAt())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"20261323213000", "20260230000000", "2026112321300", "2026-11-23 21:30", "x"})
  void aDataTimeThatIsNoTimeIsRefused(String text) {
    assertThat(judge(frame("2051", "DataTime=" + text, "a21026-Avg=1")))
        .isEqualTo(new Refused("no-data-time", text, null, 0));
  }

  @Test
  void aFrameWithoutDataTimeIsRefused() {
    assertThat(judge(frame("2051", "a21026-Avg=1")))
        .isEqualTo(new Refused("no-data-time", null, null, 0));
  }

  @Test
  void aDataTimeMoreThanADayAheadIsRefused() {
    assertThat(judge(frame("2051", "DataTime=20261124213006", "a21026-Avg=1")))
        .isEqualTo(new Refused("data-time-in-future", "20261124213006", RECEIVED.toString(), 0));
  }

  @Test
  void anotherDevicesFrameIsRefused() {
    Hj212Frame others = frameOf("OTHER", "2051", "DataTime=20261123213000", "a21026-Avg=1");

    assertThat(judge(others)).isEqualTo(new Refused("wrong-mn", "OTHER", MN, 0));
  }

  @Test
  void aDeviceWithoutAnOutletIsRefused() {
    Hj212Frame frame = frameOf("STRANGER", "2051", "DataTime=20261123213000", "a21026-Avg=1");

    assertThat(normaliser.judge("STRANGER", RECEIVED, frame, Dialect.STANDARD))
        .isEqualTo(new Refused("unknown-device", "STRANGER", null, 0));
  }

  @Test
  void aFrameWithoutMeasuredValuesIsNoted() {
    assertThat(judge(frame("9013", "QnRtn=1"))).isEqualTo(new Noted());
    assertThat(judge(frame("2051", "DataTime=20261123213000"))).isEqualTo(new Noted());
  }

  private FrameVerdict judge(Hj212Frame frame) {
    return normaliser.judge(MN, RECEIVED, frame, Dialect.STANDARD);
  }

  private PeriodReadings readings(Hj212Frame frame) {
    assertThat(judge(frame)).isInstanceOf(Readings.class);
    return ((Readings) judge(frame)).readings();
  }

  private static Hj212Frame frame(String command, String... fields) {
    return frameOf(MN, command, fields);
  }

  private static Hj212Frame frameOf(String mn, String command, String... fields) {
    List<List<Field>> data = new ArrayList<>();
    for (String field : fields) {
      int equals = field.indexOf('=');
      data.add(List.of(new Field(field.substring(0, equals), field.substring(equals + 1))));
    }
    return new Hj212Frame(null, "31", command, "123456", mn, 4, null, null, null, data);
  }

  private static Hj212Frame split(Hj212Frame whole, int pnum, int pno) {
    return new Hj212Frame(
        whole.qn(),
        whole.st(),
        whole.cn(),
        whole.pw(),
        whole.mn(),
        6,
        pnum,
        pno,
        null,
        whole.data());
  }
}
