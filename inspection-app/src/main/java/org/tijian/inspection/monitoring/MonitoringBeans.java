package org.tijian.inspection.monitoring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.reading.FrameExplainer;

/** The rules are read once, when the process starts: a wrong rule stops it there. */
@Configuration(proxyBeanMethods = false)
class MonitoringBeans {

  @Bean
  Analytics analytics() {
    return Analytics.withBuiltInRules();
  }

  @Bean
  FrameExplainer frameExplainer() {
    return FrameExplainer.installed();
  }
}
