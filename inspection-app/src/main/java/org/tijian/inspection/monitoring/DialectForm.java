package org.tijian.inspection.monitoring;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Dialect;
import org.tijian.inspection.request.Input;

/** A dialect as somebody filled it in. */
record DialectForm(
    Dialect.@Nullable Edition edition,
    Dialect.@Nullable Encoding encoding,
    Dialect.@Nullable CheckSum checkSum,
    @Nullable String offset,
    Dialect.@Nullable FactorMap factorMap,
    @Nullable Map<String, String> ownFactors,
    Dialect.@Nullable Cipher cipher,
    @Nullable String password,
    @Nullable String systemType,
    @Nullable Boolean tcp,
    @Nullable Boolean backfill) {
  private static final int MOST_FACTORS = 300;

  Dialect dialect() {
    String pw = LoggerRegistration.password("password", password);
    boolean overTcp = Input.required("tcp", tcp);
    Input.check(
        !overTcp || pw != null,
        "password",
        "允许 TCP 接入须先填写访问密码（PW）：TCP 上只有 MN 和 PW 能识别设备。",
        "To be let in over TCP a logger needs its password (PW): there, MN and PW are all that identifies it.");
    return new Dialect(
        Input.required("edition", edition),
        Input.required("encoding", encoding),
        Input.required("checkSum", checkSum),
        zone(Input.required("offset", offset)),
        Input.required("factorMap", factorMap),
        factors(),
        Input.required("cipher", cipher),
        pw,
        system(Input.required("systemType", systemType)),
        overTcp,
        Input.required("backfill", backfill));
  }

  private static ZoneOffset zone(String offset) {
    try {
      return ZoneOffset.of(offset);
    } catch (DateTimeException e) {
      Input.check(false, "offset", "时差应形如 +08:00。", "An offset looks like +08:00.");
      throw e;
    }
  }

  private static String system(String systemType) {
    Input.check(systemType.matches("[0-9]{2}"), "systemType", "系统编码为两位数字。", "ST is two digits.");
    return systemType;
  }

  private Map<String, String> factors() {
    Map<String, String> own = ownFactors == null ? Map.of() : ownFactors;
    Input.check(
        own.size() <= MOST_FACTORS
            && own.entrySet().stream().allMatch(e -> isCode(e.getKey()) && isCode(e.getValue())),
        "ownFactors",
        "每行一个“自有编码=标准编码”，只含字母、数字和下划线。",
        "One \"own code=standard code\" a line, of letters, digits and underscores.");
    return own;
  }

  private static boolean isCode(@Nullable String text) {
    return text != null && text.matches("[0-9A-Za-z_]{1,20}");
  }
}
