package org.tijian.inspection.remedy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Topic;

/**
 * A remedy as it is written.
 *
 * @param instrument one of {@link #INSTRUMENTS}
 * @param code of a rule or an item of the checklist; null for none
 * @param titleZh with {@code textZh} empty if there is none in Chinese; so in English; not both
 */
record RemedyText(
    String topic,
    String instrument,
    @Nullable String code,
    String titleZh,
    String textZh,
    String titleEn,
    String textEn) {
  static final List<String> INSTRUMENTS =
      List.of(
          "gas",
          "dust",
          "flow",
          "temperature",
          "pressure",
          "humidity",
          "oxygen",
          "water",
          "logger",
          "other");
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_CODE = 120;

  /** As it comes from a form; refused by name where something is wrong. */
  static RemedyText of(Form form) {
    RemedyText text =
        new RemedyText(
            topic(form.topic()),
            instrument(form.instrument()),
            form.code() == null || form.code().isBlank()
                ? null
                : Input.text("code", form.code(), LONGEST_CODE).replaceFirst(":.*", ""),
            or("titleZh", form.titleZh(), LONGEST_TITLE),
            or("textZh", form.textZh(), LONGEST_TEXT),
            or("titleEn", form.titleEn(), LONGEST_TITLE),
            or("textEn", form.textEn(), LONGEST_TEXT));
    text.checkWhole();
    return text;
  }

  private void checkWhole() {
    Input.check(
        titleZh.isEmpty() == textZh.isEmpty(),
        "textZh",
        "标题和正文要一起填写。",
        "Title and text go together.");
    Input.check(
        titleEn.isEmpty() == textEn.isEmpty(),
        "textEn",
        "标题和正文要一起填写。",
        "Title and text go together.");
    Input.check(
        !(titleZh + titleEn).isEmpty(),
        "titleZh",
        "至少填写一种语言。",
        "Write it in one language at least.");
  }

  private static String topic(@Nullable String word) {
    return Input.required("topic", Optional.ofNullable(word).flatMap(Topic::of).orElse(null))
        .word();
  }

  private static String instrument(@Nullable String word) {
    String kind = Input.required("instrument", word);
    Input.check(INSTRUMENTS.contains(kind), "instrument", "请选择仪器类别。", "Choose a kind.");
    return kind;
  }

  private static String or(String field, @Nullable String value, int longest) {
    return value == null ? "" : Input.text(field, value, longest);
  }

  /** All of it, to be looked through. */
  String whole() {
    return String.join("\n", titleZh, textZh, titleEn, textEn);
  }

  /** What is sent. */
  record Form(
      @Nullable String topic,
      @Nullable String instrument,
      @Nullable String code,
      @Nullable String titleZh,
      @Nullable String textZh,
      @Nullable String titleEn,
      @Nullable String textEn,
      @Nullable Boolean looked) {}
}
