package org.tijian.gateway.conversation;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.site.LoggerSettings;

/** The conversation of a gateway; part of its configuration. */
@Configuration(proxyBeanMethods = false)
public class ConversationConfiguration {
  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * @param overTime seconds without an answer until a request is repeated
   * @param reCount how often it is repeated
   * @param firstKeyCheck when after the start; loggers need a while to come back
   * @param keyCheck how often then: a logger may be away, and a process need not live for a day
   */
  @Bean
  Conversation conversation(
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      @Value("${tijian.commands.over-time:10}") int overTime,
      @Value("${tijian.commands.re-count:3}") int reCount,
      @Value("${tijian.keys.first-check:PT2M}") Duration firstKeyCheck,
      @Value("${tijian.keys.check-every:PT1H}") Duration keyCheck) {
    Patience patience =
        new Patience(
            Duration.ofSeconds(overTime),
            reCount,
            Patience.STANDARD.result(),
            Patience.STANDARD.lease());
    Conversation conversation =
        new Conversation(journal, settings, downlink, patience, InstantSource.system());
    conversation.start(TICK, firstKeyCheck, keyCheck);
    return conversation;
  }
}
