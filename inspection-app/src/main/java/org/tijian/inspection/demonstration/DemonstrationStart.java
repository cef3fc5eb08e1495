package org.tijian.inspection.demonstration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Accounts;

/**
 * At a first start (nobody can sign in yet) makes the demonstration, or with {@code tijian.empty}
 * the programme office's account alone; at every start lets the emulator play.
 */
@Component
class DemonstrationStart implements ApplicationRunner {
  private final Accounts accounts;
  private final DemonstrationSite site;
  private final DemonstrationAccounts people;
  private final DemonstrationEmulator emulator;
  private final boolean empty;

  DemonstrationStart(
      Accounts accounts,
      DemonstrationSite site,
      DemonstrationAccounts people,
      DemonstrationEmulator emulator,
      @Value("${tijian.empty}") boolean empty) {
    this.accounts = accounts;
    this.site = site;
    this.people = people;
    this.emulator = emulator;
    this.empty = empty;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.isEmpty()) {
      first();
    }
    emulator.play(site.emulated());
  }

  private void first() {
    if (empty) {
      people.createOffice();
    } else {
      people.createAll(site.register(), site.registerOther());
    }
  }
}
