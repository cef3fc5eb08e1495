package org.tijian.analytics.site;

import java.nio.file.Path;

/**
 * The keys in the database were enciphered under another secret file than the one that was given,
 * or none was. A new one is never made then: what is enciphered would be lost for good.
 */
public final class WrongSecretFile extends RuntimeException {
  private final transient Path file;
  private final boolean missing;

  WrongSecretFile(Path file, boolean missing) {
    super(
        "%s %s; the keys in the monitoring database need the file they were enciphered with"
            .formatted(file, missing ? "does not exist" : "is another secret file"));
    this.file = file;
    this.missing = missing;
  }

  public LocalName reason() {
    return missing
        ? new LocalName(
            "监测数据库里的密钥是加密保存的，但密钥文件 %s 不存在。".formatted(file),
            "Keys in the monitoring database are enciphered, and their secret file %s is not there."
                .formatted(file))
        : new LocalName(
            "密钥文件 %s 与监测数据库不是一对。".formatted(file),
            "The secret file %s is not the one that belongs to the monitoring database."
                .formatted(file));
  }

  public LocalName remedy() {
    return new LocalName(
        "请把 TIJIAN_SECRET_FILE 指向原来的文件（网关和应用用同一个）；文件确已丢失时的办法见 docs/security.md。",
        "Let TIJIAN_SECRET_FILE name the original file (one for gateway and app); docs/security.md says what to do"
            + " if it is lost.");
  }
}
