package org.tijian.inspection.vault;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something an expert said in a visit, or the enterprise to its report; never changed, only
 * followed by another.
 *
 * @param content everything that was said, as JSON
 */
public record Statement(
    UUID id, UUID checkupId, Kind kind, UUID accountId, Instant writtenAt, String content) {

  /** What kind of statement it is. */
  public enum Kind {
    ANSWER,
    ADVICE,
    /** The enterprise does not agree with an advice. */
    DISSENT,
    /** The enterprise sets itself a date for an advice, or moves it. */
    DATE,
    /** A document of the enterprise that was handed in for the visit, with its key. */
    DOCUMENT,
    /**
     * The list of questions before the visit: one is put on it or taken off, or the list is sent.
     */
    QUESTION,
    /** The enterprise answers a question of the list. */
    REPLY,
    /**
     * Anything else that is said to an advice after the closing meeting: who sees to it, what was
     * done, that it is done. What it is stands in its content: the kind of a row tells nothing.
     */
    FOLLOW_UP;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  boolean saysTheSameAs(Statement other) {
    return kind == other.kind && content.equals(other.content);
  }

  /** Never its content: a statement that ends up in a log line must tell nothing. */
  @Override
  public String toString() {
    return "Statement[%s]".formatted(id);
  }
}
