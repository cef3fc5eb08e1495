package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.VaultTestDatabase;

class TermsTests {
  private final Policies policies = Policies.builtIn();
  private final Terms terms = policies.current().terms();
  private final Policy policy = policies.current().policy();

  TermsTests() throws IOException {}

  static Stream<Policies.Edition> editions() throws IOException {
    return Policies.builtIn().all().stream();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void sayTheNumbersThatThePolicyKeeps(Policies.Edition edition) {
    Terms terms = edition.terms();
    Policy policy = edition.policy();

    assertThat(policy.version()).isEqualTo(terms.version());
    assertThat(terms.text().zh())
        .contains("（" + terms.version() + " 版）")
        .contains("提交申请后 %d 个工作日内".formatted(policy.acceptWithinWorkingDays()))
        .contains("受理后 %d 个工作日内".formatted(policy.scheduleWithinWorkingDays()))
        .contains("末次会议后 %d 日内".formatted(policy.receiveWithinDays()))
        .contains("体检结束 %d 日后".formatted(policy.reportKeptDays()));
    assertThat(terms.text().en())
        .contains("(version " + terms.version() + ")")
        .contains("within %d working days whether".formatted(policy.acceptWithinWorkingDays()))
        .contains("within %d working days of".formatted(policy.scheduleWithinWorkingDays()))
        .contains("within %d days of the closing".formatted(policy.receiveWithinDays()))
        .contains("%d days after the check-up is closed".formatted(policy.reportKeptDays()));
  }

  /** Numbers that came with the second version. */
  @Test
  void sayHowLongTheHearingAndAnAnswerToAComplaintTake() {
    assertThat(terms.text().zh())
        .contains("（%d 小时内）".formatted(policy.hearingWithinHours()))
        .contains("守门人在 %d 个工作日内答复".formatted(policy.complaintWithinWorkingDays()))
        .contains("不少于 %d 家单位".formatted(policy.leastEnterprises()));
    assertThat(terms.text().en())
        .contains("(within %d hours)".formatted(policy.hearingWithinHours()))
        .contains("answer within %d working days".formatted(policy.complaintWithinWorkingDays()))
        .contains("at least %d enterprises".formatted(policy.leastEnterprises()));
  }

  @Test
  void theClosedListOfExceptionsHasNoMoreThanItsThreeCases() {
    assertThat(policy.exceptions())
        .extracting(Policy.PolicyException::id)
        .containsExactly("imminent-danger", "outside-programme", "duty-to-report");
  }

  @Test
  void theNoticeNamesTheSameVersionAndTheSameDays() {
    assertThat(terms.notice().zh())
        .contains(terms.version(), "体检结束 %d 日后".formatted(policy.reportKeptDays()));
    assertThat(terms.notice().en())
        .contains(terms.version(), "%d days after".formatted(policy.reportKeptDays()));
  }

  @Test
  void hashTheTextToTheLetter() {
    Terms hello = new Terms("1", new LocalName("abc", "abcd"), terms.notice());

    // sha256sum of coreutils 9.1
    assertThat(hello.sha256().zh())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(hello.sha256().en())
        .isEqualTo("88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589");
  }

  @Test
  void aChangedTextUnderAnOldVersionIsRefusedAtTheStart() {
    try (VaultDatabase vault = VaultTestDatabase.fresh().open()) {
      TermsArchive first = new TermsArchive(vault, policies);
      TermsArchive again = new TermsArchive(vault, policies);
      Terms changed =
          new Terms(
              terms.version(),
              new LocalName(terms.text().zh(), terms.text().en() + "."),
              terms.notice());

      assertThat(first).isNotSameAs(again);
      Policies edited =
          new Policies(
              List.of(new Policies.Edition(changed, policy, policies.current().policyText())));
      assertThatThrownBy(() -> new TermsArchive(vault, edited))
          .hasMessageContaining("the en text of terms " + terms.version());
      Policies longer =
          new Policies(List.of(new Policies.Edition(terms, policy, "report-kept-days: 9000")));
      assertThatThrownBy(() -> new TermsArchive(vault, longer))
          .hasMessageContaining("the policy " + terms.version());
    }
  }
}
