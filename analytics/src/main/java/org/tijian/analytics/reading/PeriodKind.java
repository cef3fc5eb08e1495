package org.tijian.analytics.reading;

import java.time.Duration;

/**
 * The kinds of data a logger reports (HJ 212-2017 table 6). For periods the time of a reading is
 * the <em>start</em> of the period; for real-time data it is the moment of acquisition.
 */
public enum PeriodKind {
  /** 实时数据, CN 2011. */
  REAL_TIME(2011, Duration.ZERO),
  /** 分钟数据, CN 2051; the interval is one minute unless the logger was set otherwise. */
  MINUTE(2051, Duration.ofMinutes(1)),
  /** 小时数据, CN 2061. */
  HOUR(2061, Duration.ofHours(1)),
  /** 日数据, CN 2031. */
  DAY(2031, Duration.ofDays(1));

  private final int command;
  private final Duration length;

  PeriodKind(int command, Duration length) {
    this.command = command;
    this.length = length;
  }

  /** The HJ 212 command number (CN) that carries this kind. */
  public int command() {
    return command;
  }

  /** Length of one period; zero for real-time data. */
  public Duration length() {
    return length;
  }

  /**
   * The number stored in the database: the command number, so that SQL reads as the standard does.
   */
  public int code() {
    return command;
  }

  /**
   * @throws IllegalArgumentException if no kind has this code
   */
  public static PeriodKind of(int code) {
    for (PeriodKind kind : values()) {
      if (kind.command == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("%d is no data command of HJ 212".formatted(code));
  }
}
