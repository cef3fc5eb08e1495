package org.tijian.inspection.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteProfile.Contact;
import org.tijian.analytics.site.SiteProfile.Place;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.enterprise.EnterpriseForm.FilledContact;
import org.tijian.inspection.enterprise.EnterpriseForm.FilledPlace;
import org.tijian.inspection.enterprise.EnterpriseForm.Name;
import org.tijian.inspection.enterprise.RegistrationForm.Person;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.web.RefusedRequest;

/** How an enterprise registers itself. */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTests {
  private static final String PASSWORD = CheckupWorld.PASSWORD;

  @Autowired private CheckupWorld world;
  @Autowired private Accounts accounts;
  @Autowired private SiteRegister register;
  @Autowired private VaultDatabase vault;
  @Autowired private ConfirmationDesk confirmation;

  private RegistrationDesk desk(RegistrationDesk.Setting setting) {
    return new RegistrationDesk(
        accounts, register, vault, new WhomToAsk(" 024-00000000 "), confirmation, setting);
  }

  private RegistrationDesk open() {
    return desk(RegistrationDesk.Setting.OPEN);
  }

  private static RegistrationForm form(String username, String creditCode) {
    return new RegistrationForm(
        new EnterpriseForm(
            new Name("示例热电厂", null),
            creditCode,
            "heating",
            new FilledPlace("辽宁省", "沈阳市", null, null),
            new EnterpriseForm.Point(123.43, 41.8),
            new FilledContact("负责人甲", "024-12345678", "")),
        new Person(username, PASSWORD, "负责人甲"));
  }

  @Test
  void aNewcomerComesInAndIsTheDirectorOfItsEnterprise() {
    open().register(form("newcomer", "91210100MA00ABCD1Y"), null, "1");

    Account director = accounts.byUsername("newcomer").orElseThrow();
    assertThat(world.get(director, "/api/enterprise").ok().body())
        .contains("示例热电厂", "91210100MA00ABCD1Y", "沈阳市");
    assertThat(world.get(director, "/api/outlets").ok().body()).isEqualTo("[]");
    assertThat(world.post(director, "/api/session/recovery-code", "{}").ok().body())
        .contains("code");
  }

  @Test
  void theOfficeSeesNameAndPlaceAndNobodysTelephone() {
    open().register(form("listed", "91210100MA00ABCD22"), null, "1");

    String list = world.get(world.office, "/api/enterprises?text=沈阳").ok().body();

    assertThat(list).contains("示例热电厂", "沈阳市").doesNotContain("024-12345678", "负责人甲");
  }

  @Test
  void theSameRequestSentTwiceMakesOneAccount() {
    UUID key = UUID.randomUUID();
    RegistrationForm form = form("twice", "91210100MA00ABCD35");

    assertThat(open().register(form, key, "1")).isEqualTo("twice");
    assertThat(open().register(form, key, "1")).isEqualTo("twice");
    assertThat(accounts.directors(site("91210100MA00ABCD35").id())).hasSize(1);
  }

  private Site site(String creditCode) {
    return register.siteOfCreditCode(creditCode).orElseThrow();
  }

  @Test
  void anEnterpriseThatSomebodySignsInToIsNotTakenOver() {
    open().register(form("first", "91210100MA00ABCD48"), null, "1");

    assertThatThrownBy(() -> open().register(form("second", "91210100MA00ABCD48"), null, "1"))
        .isInstanceOfSatisfying(
            RefusedRequest.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(409);
              assertThat(e.problem().code()).isEqualTo("enterprise-registered");
              assertThat(e.problem().message().zh()).contains("已经登记", "024-00000000");
              assertThat(e.problem().message().en()).contains("registered already", "024-00000000");
            });
    assertThat(accounts.byUsername("second")).isEmpty();
  }

  @Test
  void whatAKilledRegistrationLeftBelongsToWhoRegistersNext() {
    Site left =
        register.addSite(
            new LocalName("半个", "half"),
            new SiteProfile("91210100MA00ABCD5B", null, Place.UNKNOWN, null, Contact.NONE));

    open().register(form("next", "91210100MA00ABCD5B"), null, "1");

    Account director = accounts.byUsername("next").orElseThrow();
    assertThat(director.siteId()).isEqualTo(left.id());
    assertThat(site("91210100MA00ABCD5B").name().zh()).isEqualTo("示例热电厂");
  }

  @Test
  void whereItIsClosedThePageSaysWhomToAsk() {
    RegistrationDesk closed = desk(RegistrationDesk.Setting.CLOSED);

    assertThatThrownBy(() -> closed.register(form("closed", "91210100MA00ABCD6E"), null, "1"))
        .isInstanceOfSatisfying(
            RefusedRequest.class,
            e -> assertThat(e.problem().message().zh()).contains("024-00000000"));
    assertThat(accounts.byUsername("closed")).isEmpty();
  }

  @Test
  void oneAddressRegistersOnlySoOften() {
    RegistrationDesk desk = open();
    register.addSite(
        new LocalName("已登记", "taken"),
        new SiteProfile("91210100MA00ABCD7H", null, Place.UNKNOWN, null, Contact.NONE));
    desk.register(form("often", "91210100MA00ABCD7H"), null, "9");

    for (int i = 1; i < RegistrationDesk.AT_ONCE; i++) {
      assertThat(refusal(desk, "9")).isEqualTo("enterprise-registered");
    }

    assertThat(refusal(desk, "9")).isEqualTo("too-many-attempts");
    assertThat(refusal(desk, "10")).isEqualTo("enterprise-registered");
  }

  private static String refusal(RegistrationDesk desk, String address) {
    try {
      return desk.register(form("often2", "91210100MA00ABCD7H"), null, address);
    } catch (RefusedRequest refused) {
      return refused.problem().code();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "creditCode, 91210100MA00ABCD12, creditCode",
    "creditCode, 91210100MA00ABCD1, creditCode",
    "industry, witchcraft, industry",
    "latitude, 123, at.latitude",
    "longitude, 181, at.longitude",
    "longitude, 72.9, at.longitude",
    "latitude, 54.1, at.latitude",
    "phone, call me, contact.phone",
    "email, nowhere, contact.email",
    "username, x y, account.username",
    "password, short, account.password"
  })
  void namesTheFieldThatIsWrong(String field, String value, String named) {
    String body =
        """
        {"enterprise": {"name": {"zh": "", "en": "Example"}, "creditCode": "91210100MA00ABCD8L", "industry": "heating",
                        "place": {"province": "辽宁省", "city": "沈阳市"},
                        "at": {"longitude": "123.4", "latitude": "41.8"},
                        "contact": {"name": "a", "phone": "024-12345678", "email": "a@example.org"}},
         "account": {"username": "field", "password": "%s", "name": "a"}}
        """
            .formatted(PASSWORD)
            .replaceAll(
                "\"%s\": \"[^\"]*\"".formatted(field), "\"%s\": \"%s\"".formatted(field, value));

    CheckupWorld.Answer answer =
        world.send(
            world.office,
            MockMvcRequestBuilders.post("/api/registration")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"%s\"".formatted(named));
  }

  @Test
  void theAccountSignsInWithItsPassword() {
    open().register(form("signs-in", "91210100MA00ABCD8L"), null, "1");

    MockHttpSession session = world.signIn("signs-in", PASSWORD);

    assertThat(session.isInvalid()).isFalse();
  }
}
