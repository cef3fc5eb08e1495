package org.tijian.inspection.question;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** Questions of the enterprise to the experts of its visit. */
@RestController
@RequestMapping("/api/checkups/{id}/questions")
class QuestionController {
  private final AskedQuestions desk;

  QuestionController(AskedQuestions desk) {
    this.desk = desk;
  }

  @GetMapping
  List<AskedQuestions.Question> list(
      @AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.of(account, id);
  }

  @PostMapping
  List<AskedQuestions.Question> ask(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody TextRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    desk.ask(account, id, request.text(), key);
    return desk.of(account, id);
  }

  record TextRequest(@Nullable String text) {}
}
