package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DefectCount;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameSamples;
import org.tijian.analytics.reading.LoggerDay;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.Dialect.CheckSum;
import org.tijian.analytics.site.Dialect.Encoding;
import org.tijian.analytics.site.LocalName;

/**
 * Reads from the accounts and the newest frames of the last days how a logger speaks, and proposes
 * what its dialect does not say yet. Nothing is changed without a person.
 */
@Component
class DialectProposals {
  private static final int DAYS = 3;
  private static final int SAMPLES = 200;

  private final FrameLedger ledger;
  private final FrameSamples samples;
  private final Clock clock;

  DialectProposals(FrameLedger ledger, FrameSamples samples, Clock clock) {
    this.ledger = ledger;
    this.samples = samples;
    this.clock = clock;
  }

  List<DialectProposal> of(String mn, Dialect dialect) {
    LocalDate tomorrow = BeijingTime.dateOf(clock.instant()).plusDays(1);
    LocalDate from = tomorrow.minusDays(DAYS);
    List<LoggerDay> days = ledger.health(mn, from, tomorrow);
    FrameManner manner =
        FrameManner.of(samples.newest(mn, clock.instant().minus(Duration.ofDays(DAYS)), SAMPLES));
    List<DialectProposal> found = new ArrayList<>();
    fromDefects(dialect, ledger.defects(mn, from, tomorrow), found);
    fromRefusals(dialect, days, manner, found);
    found.addAll(manner.proposals(dialect));
    return found;
  }

  private static void fromDefects(
      Dialect dialect, List<DefectCount> defects, List<DialectProposal> found) {
    Map<String, Long> frames = new HashMap<>();
    defects.forEach(defect -> frames.put(defect.code(), defect.frames()));
    long gbk = frames.getOrDefault("encoding-gbk", 0L);
    if (gbk > 0 && dialect.encoding() != Encoding.GBK) {
      found.add(
          new DialectProposal(
              "encoding",
              Encoding.GBK.name(),
              new LocalName(
                  "数据包中的文字按 GBK 才能读出。", "The texts in its frames can be read as GBK only."),
              gbk));
    }
    long high = frames.getOrDefault("crc-modbus-high-first", 0L);
    long low = frames.getOrDefault("crc-modbus-low-first", 0L);
    CheckSum seen = high >= low ? CheckSum.MODBUS_HIGH_FIRST : CheckSum.MODBUS_LOW_FIRST;
    if (high + low > 0 && dialect.checkSum() != seen) {
      found.add(
          new DialectProposal(
              "checkSum",
              seen.name(),
              new LocalName(
                  "校验码按 CRC-16/MODBUS（%s字节在前）计算才相符。".formatted(high >= low ? "高" : "低"),
                  "Its check sums agree as CRC-16/MODBUS with the %s byte first."
                      .formatted(high >= low ? "high" : "low")),
              Math.max(high, low)));
    }
  }

  private static void fromRefusals(
      Dialect dialect, List<LoggerDay> days, FrameManner manner, List<DialectProposal> found) {
    long notAllowed = refused(days, "tcp-not-allowed");
    if (notAllowed > 0 && !dialect.tcp()) {
      found.add(
          new DialectProposal(
              "tcp",
              "true",
              new LocalName(
                  "有以此 MN 经 TCP 发来的数据包被拒收。确认是本单位的数采仪后再允许。",
                  "Frames of this MN that came over TCP were refused. Allow it only if that is your data logger."),
              notAllowed));
    }
    long wrong = refused(days, "wrong-password");
    Optional<String> other = manner.passwordOtherThan(dialect.password());
    if (wrong > 0 && dialect.password() != null && other.isPresent()) {
      found.add(
          new DialectProposal(
              "password",
              other.get(),
              new LocalName(
                  "有以此 MN 发来、访问密码（PW）不同的数据包被拒收。与数采仪中的设置核对一致后再采用。",
                  "Frames of this MN with another password (PW) were refused. Take it over only if it is what is set in your data logger."),
              wrong));
    }
  }

  private static long refused(List<LoggerDay> days, String code) {
    return days.stream()
        .flatMap(day -> day.refusals().stream())
        .filter(refusal -> refusal.code().equals(code))
        .mapToLong(LoggerDay.RefusalCount::frames)
        .sum();
  }
}
