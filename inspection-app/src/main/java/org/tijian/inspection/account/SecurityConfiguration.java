package org.tijian.inspection.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.tijian.inspection.web.ProblemWriter;

/**
 * Who may ask for what before any controller is asked: everything under {@code /api} needs a
 * sign-in, every change needs the token of the page. What an account may see of which enterprise is
 * decided where the subject matter is.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** The component library of the pages puts style tags into them; scripts come from us alone. */
  private static final String CONTENT =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
          + "worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      CsrfTokenRepository tokens,
      SecurityContextRepository contexts,
      ProblemWriter problems,
      @Value("${tijian.http.session-at-most}") Duration longest)
      throws Exception {
    return http.authorizeHttpRequests(SecurityConfiguration::routes)
        // The container counts a session's age by the machine's clock, and so does this.
        .addFilterBefore(
            new LongestSession(Clock.systemUTC(), longest), SecurityContextHolderFilter.class)
        .securityContext(context -> context.securityContextRepository(contexts))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .headers(SecurityConfiguration::headers)
        // Nobody is sent to a sign-in page and back: the pages do that themselves.
        .requestCache(RequestCacheConfigurer::disable)
        .logout(logout -> logout.disable())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, e) -> problems.notSignedIn(response))
                    .accessDeniedHandler((request, response, e) -> denied(problems, response, e)))
        .build();
  }

  private static void routes(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          routes) {
    routes
        .requestMatchers(HttpMethod.GET, "/api/session")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/api/heads", "/api/numbers")
        .permitAll()
        .requestMatchers("/api/registration")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/api/certificates/{code}")
        .permitAll()
        // The address is the secret: calendar programs cannot sign in.
        .requestMatchers(HttpMethod.GET, "/api/calendar/*")
        .permitAll()
        .requestMatchers(HttpMethod.POST, "/api/session", "/api/recovery", "/api/entry")
        .permitAll()
        .requestMatchers("/api/**")
        .authenticated()
        .requestMatchers(HttpMethod.GET, "/actuator/health")
        .permitAll()
        .requestMatchers("/actuator/**")
        .denyAll()
        .anyRequest()
        .permitAll();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        // Written on requests that came in by TLS only; other names of the domain are not ours.
        .httpStrictTransportSecurity(tls -> tls.includeSubDomains(false))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(self), geolocation=(), microphone=(), payment=()"))
        .frameOptions(frame -> frame.deny());
  }

  private static void denied(
      ProblemWriter problems, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (e instanceof CsrfException) {
      problems.stalePage(response);
    } else {
      problems.noAccess(response);
    }
  }

  /** The token is in a cookie that scripts cannot read, and in the answer of GET /api/session. */
  @Bean
  CsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }
}
