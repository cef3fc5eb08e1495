package org.tijian.inspection.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * The one list of questions to the enterprise, as it stands.
 *
 * @param sentAt null while the experts still write it; then it does not change any more
 */
record QuestionList(
    List<Question> questions, @Nullable Instant sentAt, @Nullable LocalName sentBy) {
  private static final QuestionList UNSENT = new QuestionList(List.of(), null, null);

  QuestionList {
    questions = List.copyOf(questions);
  }

  /**
   * A question.
   *
   * @param itemId what of the checklist it is about, or null
   * @param reply the newest answer of the enterprise, or null
   */
  record Question(
      UUID id,
      String text,
      @Nullable String itemId,
      Instant at,
      LocalName by,
      @Nullable Reply reply) {

    private Question answered(Reply answer) {
      return new Question(id, text, itemId, at, by, answer);
    }

    boolean asksTheSameAs(String other) {
      return bare(text).equals(bare(other));
    }

    /** Without spaces and marks: the same question asked twice is no second question. */
    private static String bare(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\p{P}\\s]+", "");
    }

    /** Never the text. */
    @Override
    public String toString() {
      return "Question[%s]".formatted(id);
    }
  }

  /** An answer of the enterprise. */
  record Reply(String text, Instant at, LocalName by) {

    /** Never the text. */
    @Override
    public String toString() {
      return "Reply[%s]".formatted(at);
    }
  }

  /** One thing that was said, oldest first. */
  record Event(UUID id, Instant at, Said.@Nullable Change change, Said.@Nullable Reply answer) {}

  /** What an enterprise sees: nothing of it before it is sent. */
  QuestionList forEnterprise() {
    return sentAt == null ? UNSENT : this;
  }

  long unanswered() {
    return questions.stream().filter(question -> question.reply() == null).count();
  }

  static QuestionList of(List<Event> events) {
    Map<UUID, Question> questions = new LinkedHashMap<>();
    Instant sentAt = null;
    LocalName sentBy = null;
    for (Event event : events) {
      if (event.answer() != null) {
        Said.Reply reply = event.answer();
        questions.computeIfPresent(
            reply.question(),
            (id, asked) -> asked.answered(new Reply(reply.text(), event.at(), reply.by())));
      } else if (event.change() != null) {
        Said.Change change = event.change();
        switch (change.what()) {
          case ASK ->
              questions.put(
                  event.id(),
                  new Question(
                      event.id(), change.text(), change.itemId(), event.at(), change.by(), null));
          case DROP -> questions.remove(change.question());
          case SEND -> {
            sentAt = event.at();
            sentBy = change.by();
          }
        }
      }
    }
    return new QuestionList(List.copyOf(questions.values()), sentAt, sentBy);
  }
}
