package org.tijian.inspection.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.BeforeVisit;
import org.tijian.inspection.vault.Statement;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the experts write their questions, send them as one list, and the enterprise answers. What
 * is missing is asked for beforehand, and once.
 */
@Service
class QuestionDesk {
  private static final int LONGEST = 1000;
  private static final int MOST = 50;

  private final BeforeVisit before;
  private final QuestionNotices notices;
  private final JsonMapper json;

  QuestionDesk(BeforeVisit before, QuestionNotices notices, JsonMapper json) {
    this.before = before;
    this.notices = notices;
    this.json = json;
  }

  /** For callers that have passed the door: the experts see the list while it is being written. */
  QuestionList of(Account account, UUID checkupId) {
    QuestionList list = list(before.of(checkupId));
    return account.role() == Role.EXPERT ? list : list.forEnterprise();
  }

  void ask(Account expert, UUID checkupId, AskRequest request, @Nullable UUID key) {
    change(
        expert,
        checkupId,
        key,
        list -> {
          String text = Input.filledText("text", request.text(), LONGEST);
          Input.check(
              list.questions().stream().noneMatch(question -> question.asksTheSameAs(text)),
              "text",
              "清单中已有这个问题。",
              "The list has this question already.");
          Input.check(
              list.questions().size() < MOST,
              "text",
              "清单最多 50 个问题。",
              "The list has at most 50 questions.");
          String item = request.itemId();
          return new Said.Change(
              Said.What.ASK,
              text,
              item == null ? null : Input.filledText("itemId", item, 10),
              null,
              expert.name());
        });
  }

  void drop(Account expert, UUID checkupId, @Nullable UUID question, @Nullable UUID key) {
    change(
        expert,
        checkupId,
        key,
        list ->
            new Said.Change(Said.What.DROP, "", null, known(list, question).id(), expert.name()));
  }

  /** After this the list does not change any more. */
  void send(Account expert, UUID checkupId, @Nullable UUID key) {
    before.write(
        expert,
        checkupId,
        Right.ASK_BEFORE_VISIT,
        Statement.Kind.QUESTION,
        said -> {
          QuestionList list = unsent(said);
          Input.check(
              !list.questions().isEmpty(), "questions", "清单中还没有问题。", "The list has no question.");
          return json.writeValueAsString(
              new Said.Change(Said.What.SEND, "", null, null, expert.name()));
        },
        key,
        said -> notices.sent(checkupId));
  }

  void reply(Account director, UUID checkupId, ReplyRequest request, @Nullable UUID key) {
    before.write(
        director,
        checkupId,
        Right.PREPARE_VISIT,
        Statement.Kind.REPLY,
        said -> {
          QuestionList list = list(said).forEnterprise();
          UUID question = known(list, request.question()).id();
          String text = Input.filledText("text", request.text(), LONGEST);
          return json.writeValueAsString(new Said.Reply(question, text, director.name()));
        },
        key,
        said -> {
          if (list(said).unanswered() == 0) {
            notices.answered(checkupId);
          }
        });
  }

  private void change(
      Account expert,
      UUID checkupId,
      @Nullable UUID key,
      Function<QuestionList, Said.Change> change) {
    before.write(
        expert,
        checkupId,
        Right.ASK_BEFORE_VISIT,
        Statement.Kind.QUESTION,
        said -> json.writeValueAsString(change.apply(unsent(said))),
        key,
        said -> {});
  }

  private QuestionList unsent(List<Statement> said) {
    QuestionList list = list(said);
    if (list.sentAt() != null) {
      throw new RefusedRequest(
          409,
          "questions-sent",
          new LocalName(
              "问题清单已经发出，只发一次；其他问题请在现场提出。",
              "The list was sent, and is sent once. Ask anything else during the visit."));
    }
    return list;
  }

  private static QuestionList.Question known(QuestionList list, @Nullable UUID id) {
    Optional<QuestionList.Question> found =
        list.questions().stream().filter(question -> question.id().equals(id)).findFirst();
    Input.check(found.isPresent(), "question", "清单中没有这个问题。", "The list has no such question.");
    return found.orElseThrow();
  }

  private QuestionList list(List<Statement> said) {
    return QuestionList.of(
        said.stream()
            .filter(
                statement ->
                    statement.kind() == Statement.Kind.QUESTION
                        || statement.kind() == Statement.Kind.REPLY)
            .map(this::event)
            .toList());
  }

  private QuestionList.Event event(Statement statement) {
    boolean isChange = statement.kind() == Statement.Kind.QUESTION;
    return new QuestionList.Event(
        statement.id(),
        statement.writtenAt(),
        isChange ? json.readValue(statement.content(), Said.Change.class) : null,
        isChange ? null : json.readValue(statement.content(), Said.Reply.class));
  }

  /** What an expert sends to put a question on the list. */
  record AskRequest(@Nullable String text, @Nullable String itemId) {}

  /** What a director sends to answer one. */
  record ReplyRequest(@Nullable UUID question, @Nullable String text) {}
}
