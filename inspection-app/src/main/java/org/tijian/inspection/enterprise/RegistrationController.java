package org.tijian.inspection.enterprise;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Attribute;

/** The open page on which an enterprise registers itself and its first director. */
@RestController
class RegistrationController {
  private final RegistrationDesk desk;

  RegistrationController(RegistrationDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/registration")
  RegistrationView view() {
    return new RegistrationView(desk.isOpen(), desk.whomToAsk(), industries());
  }

  /** Signs nobody in: the page does that with the password that the person has just chosen. */
  @PostMapping("/api/registration")
  Registered register(
      @RequestBody RegistrationForm form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      HttpServletRequest request) {
    return new Registered(desk.register(form, key, request.getRemoteAddr()));
  }

  private static List<WordView> industries() {
    return Attribute.INDUSTRY.words().stream()
        .map(word -> new WordView(word, Attribute.INDUSTRY.meaning(word)))
        .toList();
  }

  /**
   * @param ask whom to ask where registration is closed
   */
  record RegistrationView(boolean open, LocalName ask, List<WordView> industries) {}

  record WordView(String word, LocalName name) {}

  record Registered(String username) {}
}
