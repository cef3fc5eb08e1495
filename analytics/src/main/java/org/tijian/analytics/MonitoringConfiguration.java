package org.tijian.analytics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.confirmation.Confirmations;
import org.tijian.analytics.digest.HourKeeper;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.gap.GapRules;
import org.tijian.analytics.kept.KeptHours;
import org.tijian.analytics.reading.AccountJournal;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.analytics.reading.FrameSamples;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameUpkeep;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.reading.SampleUpkeep;
import org.tijian.analytics.reading.UpkeepThread;
import org.tijian.analytics.site.AtRest;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.SiteRegister;

/**
 * Joins any process that has the jar. The database is the application's own bean if it has one (an
 * embedded server), else the one that {@code tijian.monitoring.url}, {@code .user} and {@code
 * .password} name; without either there are no stores.
 */
@AutoConfiguration
public class MonitoringConfiguration {

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty("tijian.monitoring.url")
  MonitoringDatabase monitoringDatabase(
      @Value("${tijian.monitoring.url}") String url,
      @Value("${tijian.monitoring.user}") String user,
      @Value("${tijian.monitoring.password}") String password) {
    return MonitoringDatabase.open(url, user, password);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  SiteRegister siteRegister(MonitoringDatabase database) {
    return SiteRegister.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  FrameStore frameStore(MonitoringDatabase database) {
    return FrameStore.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  FrameLedger frameLedger(MonitoringDatabase database) {
    return FrameLedger.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  FrameReplays frameReplays(MonitoringDatabase database) {
    return FrameReplays.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  ReadingStore readingStore(MonitoringDatabase database) {
    return ReadingStore.on(database);
  }

  /** Hours that are over are told once. */
  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  HourKeeper hourKeeper(MonitoringDatabase database, ReadingStore readings) {
    return (outletId, now) -> KeptHours.of(database, readings, outletId, now);
  }

  /** Every process that has the database helps; they do not get in each other's way. */
  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnBean(MonitoringDatabase.class)
  @ConditionalOnBooleanProperty(name = "tijian.store.upkeep", matchIfMissing = true)
  UpkeepThread upkeepThread(
      MonitoringDatabase database,
      @Value("${tijian.store.fold-after:PT1H}") Duration foldAfter,
      @Value("${tijian.store.keep:}") String keep,
      @Value("${tijian.store.fold-frames-after:PT24H}") Duration foldFramesAfter,
      @Value("${tijian.store.keep-frames:}") String keepFrames,
      @Value("${tijian.store.upkeep-every:PT10M}") Duration every) {
    SampleUpkeep samples = SampleUpkeep.on(database, foldAfter, period(keep));
    FrameUpkeep frames = FrameUpkeep.on(database, foldFramesAfter, period(keepFrames));
    Duration minute = Duration.ofMinutes(1);
    return new UpkeepThread(
        List.of(samples::run, frames::run), every.compareTo(minute) < 0 ? every : minute, every);
  }

  /** Every process that has the database may; one at a time does. */
  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnBean(MonitoringDatabase.class)
  UpkeepThread accountUpkeep(MonitoringDatabase database) {
    AccountJournal journal = AccountJournal.on(database);
    Duration every = Duration.ofSeconds(10);
    UpkeepThread.Task fold =
        now -> {
          journal.fold();
          return 0;
        };
    return new UpkeepThread(List.of(fold), every, every);
  }

  private static @Nullable Period period(String text) {
    return text.isBlank() ? null : Period.parse(text);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  FrameSamples frameSamples(MonitoringDatabase database) {
    return FrameSamples.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  LoggerSettings loggerSettings(MonitoringDatabase database, AtRest atRest) {
    return LoggerSettings.on(database, atRest);
  }

  /** Gateway and app must have the same file. */
  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  AtRest atRest(
      MonitoringDatabase database,
      @Value("${tijian.secret-file:${tijian.data-dir:.tijian}/keys.secret}") Path file) {
    return AtRest.on(database, file);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  CommandJournal commandJournal(MonitoringDatabase database) {
    return CommandJournal.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  GapBook gapBook(
      MonitoringDatabase database, @Value("${tijian.backfill.ripe:PT2M}") Duration ripe) {
    return GapBook.on(database, GapRules.DEFAULT.withRipe(ripe));
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  Confirmations confirmations(MonitoringDatabase database) {
    return Confirmations.on(database);
  }

  @Bean
  @ConditionalOnBean(MonitoringDatabase.class)
  CertificateAuthority certificateAuthority(MonitoringDatabase database, AtRest atRest) {
    return CertificateAuthority.on(database, atRest);
  }
}
