package org.tijian.inspection.redteam;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Takes out what the web server does, one thing at a time. In tests only. */
@TestConfiguration
class WebLocks {
  private static final Set<String> KEEPING = Set.of("Cache-Control", "Pragma", "Expires");
  private final Set<String> out = ConcurrentHashMap.newKeySet();

  void without(String lock, Runnable work) {
    out.add(lock);
    try {
      work.run();
    } finally {
      out.remove(lock);
    }
  }

  @Bean
  FilterRegistrationBean<Filter> takenOut() {
    FilterRegistrationBean<Filter> filter =
        new FilterRegistrationBean<>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (out.contains("csrf") && !request.getRequestURI().equals("/api/session")) {
                  CsrfFilter.skipRequest(request);
                }
                chain.doFilter(
                    keepsSession(request) ? new EndlessSession(request) : request,
                    out.contains("no-store") ? new Kept(response) : response);
              }
            });
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  private boolean keepsSession(HttpServletRequest request) {
    return request.getRequestURI().equals("/api/session")
        && switch (request.getMethod()) {
          case "DELETE" -> out.contains("session-end");
          case "POST" -> out.contains("new-session");
          default -> false;
        };
  }

  /** Lets everybody through who is not signed in. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain open(HttpSecurity http) throws Exception {
    return http.securityMatcher(request -> out.contains("sign-in"))
        .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  /** Tells of an error what it is. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  HandlerExceptionResolver talkative() {
    return new Talkative();
  }

  private final class Talkative implements HandlerExceptionResolver, Ordered {
    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
        HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
      if (!out.contains("fixed-errors")) {
        return null;
      }
      try {
        response.setStatus(500);
        response.getWriter().write(e.toString());
        return new ModelAndView();
      } catch (IOException wrong) {
        throw new IllegalStateException(wrong);
      }
    }
  }

  /** A session that nobody can end. */
  private static final class EndlessSession extends HttpServletRequestWrapper {
    EndlessSession(HttpServletRequest request) {
      super(request);
    }

    @Override
    public HttpSession getSession() {
      return endless(super.getSession());
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      HttpSession session = super.getSession(create);
      return session == null ? null : endless(session);
    }

    private static HttpSession endless(HttpSession session) {
      return (HttpSession)
          Proxy.newProxyInstance(
              HttpSession.class.getClassLoader(),
              new Class<?>[] {HttpSession.class},
              (proxy, method, args) -> {
                if (method.getName().equals("invalidate")) {
                  return null;
                }
                try {
                  return method.invoke(session, args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  /** An answer that every cache may keep. */
  private static final class Kept extends HttpServletResponseWrapper {
    Kept(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!KEEPING.contains(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!KEEPING.contains(name)) {
        super.addHeader(name, value);
      }
    }
  }
}
