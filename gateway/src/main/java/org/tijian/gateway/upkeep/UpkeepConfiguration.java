package org.tijian.gateway.upkeep;

import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.analytics.reading.FrameUpkeep;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.SampleUpkeep;

/** Readings and frames are kept small by whoever stores them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpkeepConfiguration.Settings.class)
public class UpkeepConfiguration {

  /**
   * Settings.
   *
   * @param every pause between two rounds
   * @param foldAfter how long after its end a Beijing day is folded
   * @param keepReadings how long readings are kept, for example {@code P5Y}; null: for ever
   * @param keepFrames how long frames are kept, those in quarantine included; null: for ever
   */
  @ConfigurationProperties("tijian.upkeep")
  public record Settings(
      @DefaultValue("PT1H") Duration every,
      @DefaultValue("PT24H") Duration foldAfter,
      @Nullable Period keepReadings,
      @Nullable Period keepFrames) {}

  @Bean(initMethod = "start", destroyMethod = "close")
  Upkeep upkeep(MonitoringDatabase database, Settings settings) {
    SampleUpkeep readings =
        SampleUpkeep.on(database, settings.foldAfter(), settings.keepReadings());
    FrameUpkeep frames = FrameUpkeep.on(database, settings.foldAfter(), settings.keepFrames());
    return new Upkeep(
        List.of(readings::run, frames::run), settings.every(), InstantSource.system());
  }
}
