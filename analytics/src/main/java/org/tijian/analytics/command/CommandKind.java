package org.tijian.analytics.command;

/** What a logger can be told (HJ 212-2017 table 9 and annex C); each with its command number. */
public enum CommandKind {
  /** 提取现场机时间. */
  CLOCK_READ(1011, Effect.NONE),
  /** 设置现场机时间. */
  CLOCK_SET(1012, Effect.SETTING),
  /** 提取实时数据间隔. */
  REAL_TIME_INTERVAL_READ(1061, Effect.NONE),
  /** 设置实时数据间隔. */
  REAL_TIME_INTERVAL_SET(1062, Effect.SETTING),
  /** 提取分钟数据间隔. */
  MINUTE_INTERVAL_READ(1063, Effect.NONE),
  /** 设置分钟数据间隔. */
  MINUTE_INTERVAL_SET(1064, Effect.SETTING),
  /** 设置超时时间及重发次数. */
  PATIENCE_SET(1000, Effect.SETTING),
  /** 取/设置 SM4 密钥, HJ 212-2025. */
  KEY_SET(1014, Effect.SETTING),
  /** 取污染物实时数据 (starts the real-time stream). */
  REAL_TIME_START(2011, Effect.SETTING),
  /** 停止察看实时数据. */
  REAL_TIME_STOP(2012, Effect.SETTING),
  /** 取污染物分钟历史数据. */
  MINUTE_HISTORY(2051, Effect.NONE),
  /** 取污染物小时历史数据. */
  HOUR_HISTORY(2061, Effect.NONE),
  /** 取污染物日历史数据. */
  DAY_HISTORY(2031, Effect.NONE),
  /** 取设备运行时间日历史数据. */
  RUN_TIME_HISTORY(2041, Effect.NONE),
  /** 提取现场机信息: parameters, states, logs. */
  INFORMATION_READ(3020, Effect.NONE),
  /** 提取设备唯一标识. */
  SERIAL_NUMBER_READ(3019, Effect.NONE),
  /** 零点校准量程校准: acts on a live instrument. */
  CALIBRATE(3011, Effect.INSTRUMENT);

  private final int command;
  private final Effect effect;

  CommandKind(int command, Effect effect) {
    this.command = command;
    this.effect = effect;
  }

  /** The command number (CN). */
  public int command() {
    return command;
  }

  public Effect effect() {
    return effect;
  }

  /** What carrying it out changes on the site. */
  public enum Effect {
    /** Only reads. */
    NONE,
    /** Changes a setting of the logger. */
    SETTING,
    /** Acts on an instrument; only with the enterprise's confirmation. */
    INSTRUMENT
  }
}
