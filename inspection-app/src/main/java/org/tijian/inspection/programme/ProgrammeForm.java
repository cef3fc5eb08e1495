package org.tijian.inspection.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Attribute;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Topic;

/** A programme as the office filled it in. */
public record ProgrammeForm(
    @Nullable Integer version,
    @Nullable Text title,
    @Nullable Text text,
    @Nullable List<@Nullable String> topics,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable List<@Nullable String> places,
    @Nullable String medium,
    @Nullable List<@Nullable String> factors,
    @Nullable List<@Nullable String> fuels,
    @Nullable List<@Nullable String> industries) {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_WORD = 60;
  private static final int MOST = 50;
  private static final int LONGEST_DAYS = 731;

  /** A text in both languages. */
  public record Text(@Nullable String zh, @Nullable String en) {
    LocalName checked(String field, int longest) {
      return new LocalName(
          Input.filledText(field + ".zh", zh, longest),
          Input.filledText(field + ".en", en, longest));
    }
  }

  Programme checked(UUID id, String terms, Instant now) {
    LocalName checkedTitle = Input.required("title", title).checked("title", LONGEST_TITLE);
    Input.check(
        (checkedTitle.zh() + checkedTitle.en()).chars().noneMatch(Character::isISOControl),
        "title",
        "标题只能有一行。",
        "A title is one line.");
    LocalDate from = Input.required("startsOn", startsOn);
    LocalDate until = Input.required("endsOn", endsOn);
    Input.check(
        !until.isBefore(from) && ChronoUnit.DAYS.between(from, until) <= LONGEST_DAYS,
        "endsOn",
        "截止日期应在开始日期之后两年之内。",
        "The last day is within two years of the first.");
    List<String> checkedTopics = words("topics", topics);
    Input.check(!checkedTopics.isEmpty(), "topics", "请至少选择一个主题。", "Choose one topic at least.");
    checkedTopics.forEach(
        word -> Input.check(isTopic(word), "topics", "没有这个主题。", "There is no such topic."));
    return new Programme(
        id,
        "",
        checkedTitle,
        Input.required("text", text).checked("text", LONGEST_TEXT),
        checkedTopics,
        from,
        until,
        conditions(),
        terms,
        Programme.State.DRAFT,
        version == null ? 1 : version,
        now,
        null,
        null);
  }

  private Programme.Conditions conditions() {
    String checkedMedium = medium == null || medium.isBlank() ? null : medium;
    Input.check(
        checkedMedium == null || Attribute.MEDIUM.words().contains(checkedMedium),
        "medium",
        "请选择废气或者废水。",
        "Choose waste gas or waste water.");
    List<String> checkedFactors = words("factors", factors);
    checkedFactors.forEach(
        code ->
            Input.check(
                code.matches("[aw][0-9a-z]{1,10}"),
                "factors",
                "因子代码以 a 或者 w 开头。",
                "A factor's code begins with a or w."));
    return new Programme.Conditions(
        words("places", places),
        checkedMedium,
        checkedFactors,
        known("fuels", fuels, Attribute.FUEL.words()),
        known("industries", industries, Attribute.INDUSTRY.words()));
  }

  private static List<String> known(
      String field, @Nullable List<@Nullable String> given, Set<String> words) {
    List<String> checked = words(field, given);
    checked.forEach(
        word -> Input.check(words.contains(word), field, "请从列表中选择。", "Choose from the list."));
    return checked;
  }

  private static List<String> words(String field, @Nullable List<@Nullable String> given) {
    if (given == null) {
      return List.of();
    }
    Input.check(given.size() <= MOST, field, "最多 50 项。", "At most 50.");
    return given.stream()
        .filter(Objects::nonNull)
        .map(word -> Input.text(field, word, LONGEST_WORD))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static boolean isTopic(String word) {
    for (Topic topic : Topic.values()) {
      if (topic.word().equals(word)) {
        return true;
      }
    }
    return false;
  }
}
