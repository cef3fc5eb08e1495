package org.tijian.inspection.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class LongestSessionTests {

  @ParameterizedTest
  @CsvSource({"PT0S, false", "PT11H59M59S, false", "PT12H, true", "PT240H, true"})
  void endsByItsAgeAlone(Duration age, boolean over) throws Exception {
    MockHttpSession session = new MockHttpSession();
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    Instant now = Instant.ofEpochMilli(session.getCreationTime()).plus(age);
    MockFilterChain rest = new MockFilterChain();

    new LongestSession(Clock.fixed(now, ZoneOffset.UTC), Duration.ofHours(12))
        .doFilter(request, new MockHttpServletResponse(), rest);

    assertThat(session.isInvalid()).isEqualTo(over);
    assertThat(rest.getRequest()).as("the request goes on, as nobody's").isNotNull();
  }
}
