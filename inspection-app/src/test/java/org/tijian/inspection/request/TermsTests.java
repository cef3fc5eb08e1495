package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.VaultTestDatabase;

class TermsTests {
  private final Terms terms = new RequestConfiguration().terms();
  private final Policy policy = new RequestConfiguration().policy();

  TermsTests() throws IOException {}

  @Test
  void sayTheNumbersThatThePolicyKeeps() {
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
      TermsArchive first = new TermsArchive(vault, terms);
      TermsArchive again = new TermsArchive(vault, terms);
      Terms changed =
          new Terms(
              terms.version(),
              new LocalName(terms.text().zh(), terms.text().en() + "."),
              terms.notice());

      assertThat(first).isNotSameAs(again);
      assertThatThrownBy(() -> new TermsArchive(vault, changed))
          .hasMessageContaining("the en text of terms " + terms.version());
    }
  }
}
