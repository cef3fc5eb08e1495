package org.tijian.inspection.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.CompletionCertificate;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.followup.FollowUpCompleted;
import org.tijian.inspection.followup.ItemState;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Topic;
import org.tijian.inspection.vault.CompletionRecord;

/** Issues the certificate in the transaction in which a director completes the follow-up. */
@Component
class Issuing implements FollowUpCompleted {
  /** 32 letters and digits without those that look alike; 26 of them are more than 128 bits. */
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int CODE_LENGTH = 26;

  private static final LocalName NO_PROGRAMME = new LocalName("邀约式体检", "check-up by invitation");

  private static final Map<Topic, LocalName> TOPICS =
      Map.of(
          Topic.CALIBRATION, new LocalName("校准与准确度", "calibration and accuracy"),
          Topic.NETWORKING, new LocalName("联网与传输", "networking and transmission"),
          Topic.OPERATION, new LocalName("运行维护", "operation and maintenance"),
          Topic.DOCUMENTS, new LocalName("资料档案", "documents"),
          Topic.SAMPLING, new LocalName("采样与站房", "sampling and analyser hut"));

  private final CertificateStore store;
  private final CompletionRecord record;
  private final SiteRegister register;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Issuing(CertificateStore store, CompletionRecord record, SiteRegister register, Clock clock) {
    this.store = store;
    this.record = record;
    this.register = register;
    this.clock = clock;
  }

  /** The states of the items are not looked at: nothing of them gets onto the paper. */
  @Override
  public void completed(Checkup checkup, Account director, List<ItemState> states) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalName enterprise = register.site(checkup.siteId()).map(Site::name).orElseThrow();
    CompletionCertificate unsigned =
        new CompletionCertificate(
            store.nextNumber(BeijingTime.dateOf(now).getYear()),
            code(),
            name(enterprise),
            visited(checkup).toString(),
            scope(checkup),
            programme(checkup),
            Entry.time(now),
            record.keyId(),
            "");
    store.add(checkup.id(), record.issue(checkup.id(), director, unsigned), now);
  }

  private String code() {
    return random
        .ints(CODE_LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  /** The day on which the visit began. */
  private static LocalDate visited(Checkup checkup) {
    return checkup.history().stream()
        .filter(event -> event.state() == CheckupState.IN_PROGRESS)
        .findFirst()
        .map(event -> BeijingTime.dateOf(event.at()))
        .orElseThrow();
  }

  private static Entry.Name scope(Checkup checkup) {
    return new Entry.Name(
        "污染源自动监测：" + topics(checkup, LocalName::zh, "、"),
        "automatic monitoring of emissions: " + topics(checkup, LocalName::en, ", "));
  }

  private static String topics(
      Checkup checkup, Function<LocalName, String> language, String between) {
    return checkup.scope().topics().stream()
        .map(topic -> Objects.requireNonNull(TOPICS.get(topic)))
        .map(language)
        .collect(Collectors.joining(between));
  }

  private Entry.Name programme(Checkup checkup) {
    LocalName programme = store.programmeOf(checkup.id()).orElse(NO_PROGRAMME);
    String version = checkup.consent().version();
    return new Entry.Name(
        "%s（体检规则 %s 版）".formatted(programme.zh(), version),
        "%s (rules, version %s)".formatted(programme.en(), version));
  }

  private static Entry.Name name(LocalName name) {
    return new Entry.Name(name.zh(), name.en());
  }
}
