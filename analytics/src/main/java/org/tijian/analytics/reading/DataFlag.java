package org.tijian.analytics.reading;

/**
 * Data mark (数据标记) of a reading. HJ 212-2017 table 8 names eight and calls the table extendable, so
 * an unknown mark is kept as it came.
 *
 * @param code one to four characters as sent, for example {@code N}; never blank
 */
public record DataFlag(String code) {
  /** 正常. */
  public static final DataFlag NORMAL = new DataFlag("N");

  /** 停运: the source is not running. */
  public static final DataFlag STOPPED = new DataFlag("F");

  /** 维护. */
  public static final DataFlag MAINTENANCE = new DataFlag("M");

  /** 手工输入. */
  public static final DataFlag MANUAL = new DataFlag("S");

  /** 故障. */
  public static final DataFlag FAULT = new DataFlag("D");

  /** 校准. */
  public static final DataFlag CALIBRATION = new DataFlag("C");

  /** 超测量上限. */
  public static final DataFlag ABOVE_RANGE = new DataFlag("T");

  /** 通讯异常: no communication between instrument and logger. */
  public static final DataFlag NO_COMMUNICATION = new DataFlag("B");

  public DataFlag {
    if (code.isBlank() || code.length() > 4) {
      throw new IllegalArgumentException("'%s' is not a data mark".formatted(code));
    }
  }

  /** Whether the value counts as a normal measurement of a running source. */
  public boolean isNormal() {
    return equals(NORMAL);
  }
}
