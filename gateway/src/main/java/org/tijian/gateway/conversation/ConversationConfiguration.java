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

  /** Loggers need a while to come back after a start; a process need not live for a day. */
  private static final Duration FIRST_KEY_CHECK = Duration.ofMinutes(10);

  private static final Duration KEY_CHECK = Duration.ofHours(24);

  /**
   * @param overTime seconds without an answer until a request is repeated
   * @param reCount how often it is repeated
   */
  @Bean
  Conversation conversation(
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      @Value("${tijian.commands.over-time:10}") int overTime,
      @Value("${tijian.commands.re-count:3}") int reCount) {
    Patience patience =
        new Patience(
            Duration.ofSeconds(overTime),
            reCount,
            Patience.STANDARD.result(),
            Patience.STANDARD.lease());
    Conversation conversation =
        new Conversation(journal, settings, downlink, patience, InstantSource.system());
    conversation.start(TICK, FIRST_KEY_CHECK, KEY_CHECK);
    return conversation;
  }
}
