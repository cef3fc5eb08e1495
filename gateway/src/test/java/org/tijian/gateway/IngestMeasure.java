package org.tijian.gateway;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.inbox.Format;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.inbox.Sender;
import org.tijian.gateway.inbox.Ways;
import org.tijian.gateway.normalise.Normaliser;

/**
 * What reading and storing a frame costs without a broker, on one thread: prints CPU time. No test,
 * and not run with them; docs/benchmarks.md says how.
 */
class IngestMeasure {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final int FRAMES = 20_000;
  private static final int ROUNDS = 5;
  private static final List<String> FACTORS =
      List.of(
          "a21026", "a21002", "a34013", "a19001", "a01011", "a01012", "a01013", "a01014", "a21005",
          "a21003", "a05001", "a20058", "a24088");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void batchesOf500FramesFrom100Loggers() throws Exception {
    measure(500, 100);
  }

  @Test
  void batchesOf500FramesFromFewAndFromAsManyLoggers() throws Exception {
    measure(500, 10);
    measure(500, 500);
  }

  @Test
  void batchesOf24FramesFromAsManyLoggers() throws Exception {
    measure(24, 2_000);
  }

  /** As the TB-6k workload sends them: 6,000 loggers, a moment of three values each. */
  @ParameterizedTest
  @ValueSource(ints = {8, 24, 40, 200})
  void batchesOfMomentsInJson(int batch) throws Exception {
    measure(batch, 6_000, Format.JSON);
  }

  private void measure(int batch, int loggers) throws Exception {
    measure(batch, loggers, Format.HJ212);
  }

  private void measure(int batch, int loggers, Format format) throws Exception {
    try (TestSite site = new TestSite(TestPostgres.freshDatabase())) {
      List<TestDevice> devices = devices(site, loggers);
      Loggers known = new Loggers(site.register, site.settings);
      FrameStages stages =
          new FrameStages(
              new Admission(known, meters),
              new FrameReader(known),
              new Normaliser(site.register),
              new Ways(InstantSource.system()));
      StoreStage store = new StoreStage(FrameStore.on(site.database()), meters);
      for (int round = 0; round < ROUNDS; round++) {
        round(site, stages, store, messages(devices, round, format), batch);
      }
    }
  }

  private static List<TestDevice> devices(TestSite site, int number) {
    return Objects.requireNonNull(
        site.database()
            .transaction()
            .execute(status -> Stream.generate(site::device).limit(number).toList()));
  }

  private static void round(
      TestSite site, FrameStages stages, StoreStage store, List<RawMessage> messages, int size)
      throws IOException {
    ProcessHandle postmaster = postmaster(site);
    long reading = 0;
    long started = System.nanoTime();
    long java = javaNanos();
    long database = databaseNanos(postmaster);
    for (int i = 0; i < messages.size(); i += size) {
      List<RawMessage> batch = messages.subList(i, Math.min(messages.size(), i + size));
      long before = javaNanos();
      List<FrameStages.Judged> judged = stages.normalise(stages.decode(batch));
      reading += javaNanos() - before;
      store.keep(judged);
    }
    double frames = 1_000.0 * messages.size();
    System.out.printf(
        "%d a batch: CPU us a frame: reading %.1f, storing %.1f, PostgreSQL %.1f; %.0f frames/s%n",
        size,
        reading / frames,
        (javaNanos() - java - reading) / frames,
        (databaseNanos(postmaster) - database) / frames,
        frames * 1e6 / (System.nanoTime() - started));
  }

  private static long javaNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static ProcessHandle postmaster(TestSite site) {
    long backend = site.database().jdbc().sql("select pg_backend_pid()").query(Long.class).single();
    return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
  }

  /** In steps of 10 ms. */
  private static long databaseNanos(ProcessHandle postmaster) {
    return postmaster
        .children()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToLong(Duration::toNanos)
        .sum();
  }

  private static List<RawMessage> messages(List<TestDevice> devices, int round, Format format) {
    Random random = new Random(round);
    List<RawMessage> messages = new ArrayList<>(FRAMES);
    long first = (long) round * FRAMES;
    for (int i = 0; i < FRAMES; i++) {
      TestDevice device = devices.get(i % devices.size());
      long behind = (first + i) / devices.size();
      Instant now = Instant.now();
      messages.add(
          new RawMessage(
              new Logger(device.mn()),
              format,
              "tijian/v1/%s/%s".formatted(device.mn(), format.name().toLowerCase(Locale.ROOT)),
              format == Format.JSON
                  ? moment(now.plusSeconds(behind), random)
                  : frame(device.mn(), now.minusSeconds(60 * behind), random),
              now));
    }
    return messages;
  }

  private static byte[] moment(Instant at, Random random) {
    return """
        {"kind":"realtime","time":"%s","factors":{"a21026":{"rtd":%.2f},"a21002":{"rtd":%.2f},"a19001":{"rtd":%.1f}}}"""
        .formatted(
            at.truncatedTo(ChronoUnit.MILLIS),
            10 + 9 * random.nextDouble(),
            20 + 9 * random.nextDouble(),
            12 + random.nextDouble())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] frame(String mn, Instant at, Random random) {
    String time = TIME.format(at.atOffset(BeijingTime.OFFSET));
    List<List<Field>> data = new ArrayList<>();
    data.add(List.of(new Field("DataTime", time)));
    for (String factor : FACTORS) {
      double mean = 20 + random.nextGaussian();
      data.add(
          List.of(
              field(factor, "Avg", mean),
              field(factor, "Min", mean - random.nextDouble()),
              field(factor, "Max", mean + random.nextDouble()),
              field(factor, "Cou", 1.7 * mean)));
    }
    return new Hj212Encoder()
        .encode(
            new Hj212Frame(time + "000", "31", "2051", "123456", mn, 4, null, null, null, data));
  }

  private static Field field(String factor, String suffix, double value) {
    return new Field(factor + "-" + suffix, "%.2f".formatted(value));
  }

  private record Logger(String mn) implements Sender {
    @Override
    public String transport() {
      return "mqtt";
    }

    @Override
    public boolean proven() {
      return true;
    }

    @Override
    public void recognised(String other) {}

    @Override
    public boolean publish(String topic, byte[] payload) {
      return false;
    }

    @Override
    public boolean send(byte[] frame) {
      return false;
    }
  }
}
