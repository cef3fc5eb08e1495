package org.tijian.analytics.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the operation log or of a paper (运维台账, 证书): an inspection, a fault with its end, a gas
 * certificate with its expiry, a reading of a linearity test.
 *
 * @param kind a word of {@link Kind}
 * @param factor the instrument it speaks of; null for the outlet as a whole
 * @param from when it was done, found or issued
 * @param until when it ended or expires; null where that has no meaning or is not known
 * @param value what was measured; NaN if nothing was
 * @param reference what it is held against, for example the concentration of the gas; NaN if none
 * @param unit of both; empty if there is no value
 */
public record DatedRecord(
    Kind kind,
    @Nullable String factor,
    Instant from,
    @Nullable Instant until,
    double value,
    double reference,
    String unit) {

  /** What a line may be about. */
  public enum Kind {
    /** 日常巡检. */
    INSPECTION,
    /** 全系统校准: gas sent through probe and whole line. */
    FULL_SYSTEM_CALIBRATION,
    /** 标准气体证书. */
    GAS_CERTIFICATE,
    /** 人员证书. */
    STAFF_CERTIFICATE,
    /** 运维合同与能力证明. */
    MAINTENANCE_CONTRACT,
    /** 通讯密钥. */
    KEY,
    /** 联网登记. */
    REGISTRATION,
    /** 故障，自发现至恢复. */
    FAULT,
    /** 故障，自发现至到场. */
    FAULT_ARRIVAL,
    /** 故障，自发现至报告. */
    FAULT_REPORT,
    /** 易诊断的故障，自发现至修复. */
    SIMPLE_FAULT,
    /** 数采仪故障，自发现至修复. */
    LOGGER_FAULT,
    /** 线性误差检测的一次读数. */
    LINEARITY,
    /** 响应时间，秒. */
    RESPONSE_TIME,
    /** NO2 转换效率. */
    CONVERTER_EFFICIENCY,
    /** 标准样品核查. */
    STANDARD_SAMPLE,
    /** QAL2. */
    QAL2,
    /** 年度监督检验. */
    AST,
    /** 标准偏差 s_AMS，来自 QAL1. */
    S_AMS;

    /** As files and rules write it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
