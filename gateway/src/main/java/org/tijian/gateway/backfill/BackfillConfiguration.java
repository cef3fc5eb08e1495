package org.tijian.gateway.backfill;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.gateway.conversation.Downlink;

/** Back-fill is on unless {@code tijian.backfill.enabled=false}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "tijian.backfill.enabled", matchIfMissing = true)
public class BackfillConfiguration {

  @Bean
  @ConditionalOnBean({GapBook.class, CommandJournal.class, LoggerSettings.class})
  Backfill backfill(
      GapBook book,
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      @Value("${tijian.backfill.survey-every:PT1M}") Duration surveyEvery,
      @Value("${tijian.backfill.heal-every:PT5S}") Duration healEvery) {
    return new Backfill(
        new Healer(book, journal, settings, downlink, InstantSource.system()),
        surveyEvery,
        healEvery);
  }
}
