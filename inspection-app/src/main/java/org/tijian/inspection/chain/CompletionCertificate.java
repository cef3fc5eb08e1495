package org.tijian.inspection.chain;

/**
 * That a check-up was made and its follow-up is complete (T-26). Says nothing of a finding, and
 * does not count them.
 *
 * @param number for people, for example {@code TJ-C-2026-000001}
 * @param code what the QR code leads to
 * @param enterprise its name, in Chinese and English
 * @param visited Beijing day of the visit
 * @param scope in general words
 * @param programme its name and the version of its terms
 * @param issued moment
 * @param key id of the key that signed
 * @param signature Ed25519, Base64
 */
public record CompletionCertificate(
    String number,
    String code,
    Entry.Name enterprise,
    String visited,
    Entry.Name scope,
    Entry.Name programme,
    String issued,
    String key,
    String signature) {

  public CompletionCertificate signed(String newSignature) {
    return new CompletionCertificate(
        number, code, enterprise, visited, scope, programme, issued, key, newSignature);
  }

  public byte[] bytes() {
    return new Fields("tijian-completion-1")
        .add("number", number)
        .add("code", code)
        .add("enterprise-zh", enterprise.zh())
        .add("enterprise-en", enterprise.en())
        .add("visited", visited)
        .add("scope-zh", scope.zh())
        .add("scope-en", scope.en())
        .add("programme-zh", programme.zh())
        .add("programme-en", programme.en())
        .add("issued", issued)
        .add("key", key)
        .bytes();
  }

  /** Whether the key signed exactly this. */
  public boolean isSignedBy(HeadKey publicKey) {
    return publicKey.id().equals(key) && publicKey.signed(bytes(), signature);
  }
}
