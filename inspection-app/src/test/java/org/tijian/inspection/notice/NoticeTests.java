package org.tijian.inspection.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Notices in the app and, by a real mail server, in the mailbox. */
@CheckupServer
class NoticeTests {
  private static final ServerSetup PLACE = new ServerSetup(freePort(), "127.0.0.1", "smtp");
  private static final GreenMail SERVER = new GreenMail(PLACE);
  private static final long WAIT_MS = 10_000;

  @Autowired private CheckupWorld world;
  @Autowired private Notices notices;
  @Autowired private Invitations invitations;
  @Autowired private MailRounds rounds;
  @Autowired private VaultDatabase vault;
  @Autowired private TestClock clock;

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", PLACE::getPort);
    registry.add("tijian.mail.from", () -> "platform@example.org");
    registry.add("tijian.mail.pages", () -> "https://tijian.example.org/");
  }

  @BeforeAll
  static void up() {
    SERVER.start();
  }

  @AfterAll
  static void down() {
    SERVER.stop();
  }

  @BeforeEach
  void emptyMailboxes() throws Exception {
    rounds.sendDue();
    SERVER.purgeEmailFromAllMailboxes();
  }

  @Test
  void oneNoticePerKeyHoweverOftenItIsTold() {
    Account reader = world.newExpert();

    tell(notice(reader, "a", "甲"));
    tell(notice(reader, "a", "甲"));
    tell(notice(reader, "b", "乙"));

    JsonNode page = world.get(reader, "/api/notices").ok().tree();
    assertThat(page.path("notices")).hasSize(2);
    assertThat(page.path("unread").asInt()).isEqualTo(2);
    assertThat(page.at("/notices/0/title/zh").asString()).isEqualTo("乙");
  }

  @Test
  void isUndoneWithTheTransactionOfWhoTells() {
    Account reader = world.newExpert();

    assertThatThrownBy(
            () ->
                vault
                    .transaction()
                    .executeWithoutResult(
                        status -> {
                          notices.tell(notice(reader, "a", "甲"));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");

    assertThat(unread(reader)).isZero();
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    Account reader = world.newExpert();
    for (int i = 0; i < 5; i++) {
      tell(notice(reader, "n" + i, "第" + i));
    }

    JsonNode first = world.get(reader, "/api/notices?limit=2").ok().tree();
    JsonNode second =
        world.get(reader, "/api/notices?limit=2&after=" + first.path("next").asLong()).ok().tree();
    JsonNode last =
        world.get(reader, "/api/notices?limit=2&after=" + second.path("next").asLong()).ok().tree();

    assertThat(titles(first)).containsExactly("第4", "第3");
    assertThat(titles(second)).containsExactly("第2", "第1");
    assertThat(titles(last)).containsExactly("第0");
    assertThat(last.path("next").isNull()).isTrue();
  }

  @Test
  void onlyTheReaderMarksItRead() {
    Account reader = world.newExpert();
    tell(notice(reader, "a", "甲"));
    tell(notice(reader, "b", "乙"));
    String id = world.get(reader, "/api/notices").ok().tree().at("/notices/0/id").asString();

    assertThat(world.post(world.office, "/api/notices/%s/read".formatted(id), "{}").status())
        .isEqualTo(403);
    assertThat(unread(reader)).isEqualTo(2);
    world.post(reader, "/api/notices/%s/read".formatted(id), "{}");
    assertThat(unread(reader)).isEqualTo(1);
    world.post(reader, "/api/notices/read", "{}");
    assertThat(unread(reader)).isZero();
  }

  @Test
  void nothingLeadsOutOfTheApp() {
    for (String path : List.of("//example.org", "https://example.org", "checkups", "/\\example")) {
      assertThatThrownBy(
              () ->
                  new Notice(
                      UUID.randomUUID(),
                      "k",
                      new LocalName("甲", "a"),
                      new LocalName("甲", "a"),
                      path))
          .hasMessageContaining("not a path");
    }
  }

  @Test
  void mailGoesToAnAddressThatWasConfirmedAndToNoOther() throws Exception {
    Account reader = world.newExpert();
    world.post(reader, "/api/session/mail-address", address("reader@example.org", "en")).ok();
    MimeMessage asked = received(1)[0];
    tell(notice(reader, "before", "未验证"));
    rounds.sendDue();
    assertThat(SERVER.getReceivedMessages()).hasSize(1);

    assertThat(world.post(reader, "/api/session/mail-address/confirm", code("999999x")).status())
        .isEqualTo(400);
    world.post(reader, "/api/session/mail-address/confirm", code(codeIn(asked))).ok();
    tell(notice(reader, "after", "已验证"));
    tell(notice(reader, "after", "已验证"));

    MimeMessage mail = received(2)[1];
    assertThat(mail.getSubject()).isEqualTo("Title of after");
    assertThat(mail.getFrom()[0].toString()).isEqualTo("platform@example.org");
    assertThat(mail.getContent().toString())
        .contains("What to do", "https://tijian.example.org/checkups/1", "not an inspection");
    rounds.sendDue();
    assertThat(SERVER.getReceivedMessages()).hasSize(2);
    assertThat(kept("reader@example.org")).as("what was sent is not kept").isZero();
  }

  @Test
  void mailWaitsForAServerThatIsDown() throws Exception {
    Account reader = confirmed("waiting@example.org");
    SERVER.stop();

    tell(notice(reader, "down", "停机"));
    rounds.sendDue();
    clock.advance(Duration.ofHours(1));
    rounds.sendDue();
    assertThat(unread(reader)).as("the app tells it all the same").isEqualTo(1);

    SERVER.start();
    clock.advance(Duration.ofHours(2));
    MimeMessage[] mails = received(1);
    assertThat(mails[0].getSubject()).isEqualTo("停机");
    assertThat(mails[0].getMessageID()).matches("<[0-9a-f-]{36}@tijian>");
    clock.advance(Duration.ofHours(2));
    rounds.sendDue();
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void isGivenUpAfterThreeDays() throws Exception {
    Account reader = confirmed("never@example.org");
    SERVER.stop();
    tell(notice(reader, "never", "不再发送"));

    clock.advance(Duration.ofDays(4));
    rounds.sendDue();

    assertThat(waiting("never@example.org")).isZero();
    SERVER.start();
    rounds.sendDue();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void whoRemovesTheAddressGetsNothingMore() throws Exception {
    Account reader = confirmed("gone@example.org");
    SERVER.stop();
    tell(notice(reader, "late", "迟到"));

    world.delete(reader, "/api/session/mail-address").ok();

    assertThat(waiting("gone@example.org")).isZero();
    SERVER.start();
    rounds.sendDue();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void anInvitationCarriesTheEntryForTheCalendar() throws Exception {
    Account reader = confirmed("calendar@example.org");

    vault
        .transaction()
        .executeWithoutResult(
            status -> invitations.tell(notice(reader, "visit", "预约"), new Request()));

    MimeMultipart parts = (MimeMultipart) received(1)[0].getContent();
    BodyPart entry = parts.getBodyPart(1);
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(entry.getContentType()).contains("text/calendar").contains("method=REQUEST");
    assertThat(new String(entry.getInputStream().readAllBytes()))
        .startsWith("BEGIN:VCALENDAR")
        .contains("X-FOR:calendar@example.org");
  }

  @Test
  void aCodeIsGuessedFiveTimesAndAskedForFiveTimesADay() {
    Account reader = world.newExpert();
    for (int i = 0; i < 5; i++) {
      world.post(reader, "/api/session/mail-address", address("guess@example.org", "zh")).ok();
    }

    assertThat(
            world
                .post(reader, "/api/session/mail-address", address("guess@example.org", "zh"))
                .status())
        .isEqualTo(429);
    for (int i = 0; i < 5; i++) {
      assertThat(world.post(reader, "/api/session/mail-address/confirm", code("x")).status())
          .isEqualTo(400);
    }
    assertThat(world.post(reader, "/api/session/mail-address/confirm", code("x")).code())
        .isEqualTo("no-code");
  }

  @Test
  void anAddressIsPlainAndOne() {
    for (String wrong :
        List.of("", "a", "a@b, c@d", "a b@example.org", "a@example.org\\nBcc: b@c")) {
      assertThat(world.post(world.expert, "/api/session/mail-address", address(wrong, "zh")).code())
          .as(wrong)
          .isEqualTo("invalid");
    }
  }

  /** The smallest entry that there is. */
  private static final class Request implements Invitations.CalendarPart {
    @Override
    public String method() {
      return "REQUEST";
    }

    @Override
    public String text(String address, String language) {
      return "BEGIN:VCALENDAR\r\nX-FOR:%s\r\nEND:VCALENDAR\r\n".formatted(address);
    }
  }

  private Account confirmed(String address) throws Exception {
    Account reader = world.newExpert();
    world.post(reader, "/api/session/mail-address", address(address, "zh")).ok();
    String code = codeIn(received(1)[0]);
    world.post(reader, "/api/session/mail-address/confirm", code(code)).ok();
    SERVER.purgeEmailFromAllMailboxes();
    return reader;
  }

  private MimeMessage[] received(int count) {
    rounds.sendDue();
    assertThat(SERVER.waitForIncomingEmail(WAIT_MS, count)).isTrue();
    return SERVER.getReceivedMessages();
  }

  private void tell(Notice notice) {
    vault.transaction().executeWithoutResult(status -> notices.tell(notice));
  }

  private static Notice notice(Account reader, String key, String zh) {
    return new Notice(
        reader.id(),
        key,
        new LocalName(zh, "Title of " + key),
        new LocalName("请处理。", "What to do"),
        "/checkups/1");
  }

  private int unread(Account reader) {
    return world.get(reader, "/api/notices/unread").ok().tree().path("unread").asInt();
  }

  private int kept(String address) {
    return count("select count(*) from mail where address = :address", address);
  }

  private int waiting(String address) {
    return count(
        "select count(*) from mail where address = :address and due_at is not null", address);
  }

  private int count(String sql, String address) {
    return vault.jdbc().sql(sql).param("address", address).query(Integer.class).single();
  }

  private static List<String> titles(JsonNode page) {
    return page.path("notices").valueStream().map(n -> n.at("/title/zh").asString()).toList();
  }

  private static String codeIn(MimeMessage mail) throws Exception {
    Matcher code = Pattern.compile("\\d{6}").matcher(mail.getContent().toString());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private static String address(String address, String language) {
    return "{\"address\": \"%s\", \"language\": \"%s\"}".formatted(address, language);
  }

  private static String code(String code) {
    return "{\"code\": \"%s\"}".formatted(code);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
