package org.tijian.inspection.monitoring;

import java.util.Map;
import java.util.Objects;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.analytics.site.LocalName;

/** Why a frame waits in quarantine, in a sentence: what it said of itself and what was found. */
final class RefusalWords {
  private static final Map<String, LocalName> BY_CODE =
      Map.ofEntries(
          Map.entry("no-header", words("没有包头 ##", "There is no header ##")),
          Map.entry(
              "length-not-a-number",
              words("数据段长度“{declared}”不是数字", "The declared length \"{declared}\" is no number")),
          Map.entry(
              "length-mismatch",
              words(
                  "数据段长度不符：声明 {declared}，实际 {found}",
                  "Length does not agree: declared {declared}, found {found}")),
          Map.entry(
              "crc-mismatch",
              words(
                  "CRC 校验不符：包内 {declared}，计算得 {found}",
                  "CRC does not agree: in the frame {declared}, computed {found}")),
          Map.entry(
              "data-segment-malformed", words("数据段结构无法解析", "The data segment cannot be read")),
          Map.entry("incomplete", words("数据包不完整", "The frame is not complete")),
          Map.entry("oversized", words("数据包过长", "The frame is too long")),
          Map.entry(
              "wrong-mn",
              words(
                  "包内 MN {declared} 与登录的设备 {found} 不一致",
                  "The frame says MN {declared}, the device that signed in is {found}")),
          Map.entry("no-data-time", words("没有有效的数据时间 DataTime", "There is no valid DataTime")),
          Map.entry(
              "data-time-in-future",
              words("数据时间在未来：{declared}", "DataTime lies in the future: {declared}")),
          Map.entry(
              "unknown-device", words("设备未登记到排放口", "The device is not registered to an outlet")),
          Map.entry("not-storable", words("内容无法保存", "The content cannot be stored")),
          Map.entry(
              "encrypted", words("数据已加密，本版本尚不能读取", "Encrypted; this version cannot read it yet")));

  private static final LocalName UNKNOWN = words("无法读取（{code}）", "Cannot be read ({code})");

  private RefusalWords() {}

  static LocalName of(Refused reason) {
    LocalName words = BY_CODE.getOrDefault(reason.code(), UNKNOWN);
    return new LocalName(fill(words.zh(), reason), fill(words.en(), reason));
  }

  private static String fill(String text, Refused reason) {
    return text.replace("{code}", reason.code())
        .replace("{declared}", Objects.requireNonNullElse(reason.declared(), "?"))
        .replace("{found}", Objects.requireNonNullElse(reason.found(), "?"));
  }

  private static LocalName words(String zh, String en) {
    return new LocalName(zh, en);
  }
}
