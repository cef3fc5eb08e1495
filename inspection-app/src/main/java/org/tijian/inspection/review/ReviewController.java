package org.tijian.inspection.review;

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

/** The desk review of a visit, and the list of questions. */
@RestController
@RequestMapping("/api/checkups/{id}/review")
class ReviewController {
  private final ReviewDesk review;
  private final QuestionDesk questions;

  ReviewController(ReviewDesk review, QuestionDesk questions) {
    this.review = review;
    this.questions = questions;
  }

  @GetMapping
  ReviewDesk.View read(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return review.of(account, id);
  }

  @PostMapping("/questions")
  QuestionList ask(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody QuestionDesk.AskRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    questions.ask(account, id, request, key);
    return review.questions(account, id);
  }

  @PostMapping("/questions/drop")
  QuestionList drop(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody DropRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    questions.drop(account, id, request.question(), key);
    return review.questions(account, id);
  }

  @PostMapping("/questions/send")
  QuestionList send(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    questions.send(account, id, key);
    return review.questions(account, id);
  }

  @PostMapping("/replies")
  QuestionList reply(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody QuestionDesk.ReplyRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    questions.reply(account, id, request, key);
    return review.questions(account, id);
  }

  record DropRequest(@Nullable UUID question) {}
}
