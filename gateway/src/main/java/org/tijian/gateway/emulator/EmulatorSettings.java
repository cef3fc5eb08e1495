package org.tijian.gateway.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to emulate.
 *
 * @param broker address for the MQTT client, for example {@code tcp://127.0.0.1:1883}; with {@code
 *     hj212://} the address of a platform that listens for loggers over TCP
 * @param live whether to go on with live data after the history
 * @param interval between real-time data, at least a second
 * @param runFor after this time the emulator ends; null for no end
 * @param ackedLog file that gets the QN of each acknowledged frame, or null
 * @param sheet file that gets a line of counts for each logger at the end, or null
 */
record EmulatorSettings(
    String broker,
    List<Device> devices,
    boolean live,
    Duration interval,
    @Nullable Duration runFor,
    @Nullable Path ackedLog,
    @Nullable Path sheet) {

  /** HJ 212-2017 lets real-time data be sent every 30 to 3600 s. */
  static final Duration REAL_TIME_INTERVAL = Duration.ofSeconds(30);

  EmulatorSettings {
    devices = List.copyOf(devices);
    broker = broker.replaceFirst("^mqtt://", "tcp://");
    if (!broker.matches("(tcp|ssl|hj212)://[^/:]+:\\d{1,5}")) {
      throw new IllegalArgumentException(
          "'%s' is no broker address such as tcp://127.0.0.1:1883".formatted(broker));
    }
    if (interval.toSeconds() < 1) {
      throw new IllegalArgumentException("the interval must be at least a second");
    }
  }

  /** Without a file for the counts. */
  EmulatorSettings(
      String broker,
      List<Device> devices,
      boolean live,
      Duration interval,
      @Nullable Duration runFor,
      @Nullable Path ackedLog) {
    this(broker, devices, live, interval, runFor, ackedLog, null);
  }

  /** Whether the loggers connect over TCP rather than MQTT. */
  boolean overTcp() {
    return broker.startsWith("hj212:");
  }

  /**
   * One logger.
   *
   * @param mn user name at the broker and device id in the frames
   * @param historyFrom first minute of history, or null for none
   * @param tls null without TLS
   */
  record Device(
      String mn,
      String password,
      Profile profile,
      @Nullable Instant historyFrom,
      Manner manner,
      @Nullable Tls tls) {

    /** One that speaks as HJ 212-2017 is printed. */
    Device(String mn, String password, Profile profile, @Nullable Instant historyFrom) {
      this(mn, password, profile, historyFrom, Manner.STANDARD, null);
    }

    Device {
      if (!mn.matches("[0-9A-Za-z_-]{1,40}")) {
        throw new IllegalArgumentException("'%s' is no device id".formatted(mn));
      }
    }

    String topic() {
      return "tijian/v1/%s/hj212".formatted(mn);
    }

    /** Where the platform's requests come. */
    String downTopic() {
      return "tijian/v1/%s/down".formatted(mn);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "%s (%s)".formatted(mn, profile.name());
    }
  }
}
