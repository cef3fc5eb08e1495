package org.tijian.inspection.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of three entries under a signed head, its certificate of deletion, and what is done to
 * it.
 */
class VerifyLogCommandTests {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String VISIT = Sha256.visit(new UUID(0, 7));
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private KeyPair key;
  private AccessFile file;
  private HeadList published;

  @BeforeEach
  void aRecord() throws GeneralSecurityException {
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    List<Entry> entries = new ArrayList<>();
    for (String what : List.of("visit-read", "report-read", "key-destroyed")) {
      entries.add(entry(entries, what));
    }
    Entry last = entries.get(2);
    MerkleTree tree = new MerkleTree(List.of(new Leaf(VISIT, 3, last.hash()), other()));
    Head head = Head.unsigned(1, NOON, 2, tree.root(), Sha256.NOTHING_BEFORE, keyId());
    head = head.signed(sign(head.bytes()));
    HeadKey publicKey =
        new HeadKey(keyId(), base64(key.getPublic().getEncoded()), Entry.time(NOON));
    Certificate certificate =
        new Certificate(VISIT, "key-1", last.at(), "retention", 4, 1, 3, last.hash(), keyId(), "");
    file =
        new AccessFile(
            AccessFile.FORMAT,
            VISIT,
            entries,
            List.of(tree.inclusion(1, VISIT)),
            List.of(head),
            List.of(publicKey),
            List.of(certificate.signed(sign(certificate.bytes()))));
    published = new HeadList(HeadList.FORMAT, List.of(publicKey), List.of(head));
  }

  @Test
  void anUntouchedRecordFits() throws IOException {
    assertThat(run(text(file))).isZero();
    assertThat(
            run(text(file), "--heads", written("heads.json", JSON.writeValueAsString(published))))
        .isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("3 entries, 3 of them under a signed head")
        .contains("✓");
  }

  @Test
  void aChangedEntryIsNamed() throws IOException {
    assertThat(run(text(file).replace("report-read", "report-seen"))).isEqualTo(1);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("✗").contains("Entry 2 was changed");
  }

  @Test
  void aChangedCertificateIsNamed() throws IOException {
    assertThat(run(text(file).replace("\"statements\":4", "\"statements\":3"))).isEqualTo(1);

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("certificate of deletion for entry 3");
  }

  @Test
  void headsThatWerePublishedOtherwiseAreNamed() throws IOException, GeneralSecurityException {
    HeadList kept = published;
    aRecord();

    assertThat(run(text(file), "--heads", written("kept.json", JSON.writeValueAsString(kept))))
        .isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Head 1 is not the published one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "not json", "{\"format\":\"tijian-access-record-2\"}"})
  void whatIsNoRecordCannotBeChecked(String text) throws IOException {
    assertThat(run(text)).isEqualTo(2);
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(VerifyLogCommand.run(new String[] {}, out(), out())).isEqualTo(2);
    assertThat(VerifyLogCommand.run(new String[] {"a", "--head", "b"}, out(), out())).isEqualTo(2);
    assertThat(VerifyLogCommand.run(new String[] {"nowhere.json"}, out(), out())).isEqualTo(2);
    assertThat(VerifyLogCommand.run(new String[] {"--help"}, out(), out())).isZero();
  }

  private int run(String record, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(written("record.json", record)));
    arguments.addAll(List.of(more));
    return VerifyLogCommand.run(arguments.toArray(String[]::new), out(), out());
  }

  private PrintStream out() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  private String written(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private static String text(AccessFile file) {
    return JSON.writeValueAsString(file);
  }

  private static Entry entry(List<Entry> before, String what) {
    boolean destroyed = what.equals("key-destroyed");
    Entry unhashed =
        new Entry(
            VISIT,
            before.size() + 1L,
            before.isEmpty() ? Sha256.NOTHING_BEFORE : before.get(before.size() - 1).hash(),
            Entry.time(NOON.plusSeconds(before.size())),
            new UUID(0, 2).toString(),
            new Entry.Name("示例", "Example"),
            destroyed ? "platform" : "director",
            destroyed ? "server" : "internet",
            what,
            destroyed ? "retention" : "own-file",
            destroyed ? "key-1" : "",
            "");
    return new Entry(
        unhashed.visit(),
        unhashed.position(),
        unhashed.previous(),
        unhashed.at(),
        unhashed.account(),
        unhashed.by(),
        unhashed.role(),
        unhashed.origin(),
        unhashed.what(),
        unhashed.why(),
        unhashed.detail(),
        unhashed.computedHash());
  }

  private static Leaf other() {
    return new Leaf(Sha256.visit(new UUID(0, 8)), 1, Sha256.NOTHING_BEFORE);
  }

  private String keyId() {
    return HeadKey.idOf(key.getPublic());
  }

  private String sign(byte[] bytes) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(key.getPrivate());
    signer.update(bytes);
    return base64(signer.sign());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
