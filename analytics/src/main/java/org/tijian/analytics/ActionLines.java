package org.tijian.analytics;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Agenda.Item;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Stretch;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Advice;

/**
 * What a person needs to act on a cause, line by line: when, why perhaps, what to do, what waits.
 */
final class ActionLines {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int SHOWN = 5;

  private final boolean english;

  ActionLines(boolean english) {
    this.english = english;
  }

  List<String> of(Item item, Checked checked) {
    List<String> lines = new ArrayList<>();
    Finding head = item.head();
    if (!head.details().stretches().isEmpty()) {
      lines.add(say("时段：", "When: ") + when(head.details().stretches()));
    }
    if (!head.details().causes().isEmpty()) {
      List<String> causes = head.details().causes().stream().map(this::say).toList();
      lines.add(say("可能的原因：", "Possible causes: ") + String.join(say("；", "; "), causes));
    }
    @Nullable LocalName advice = head.advice();
    if (advice != null) {
      lines.add(say("建议：", "Advice: ") + say(advice) + effort(head));
    }
    item.also().forEach(also -> lines.add(say("同因：", "Same cause: ") + title(also, checked)));
    item.held()
        .forEach(held -> lines.add(say("因此暂缓：", "Held back by this: ") + title(held, checked)));
    return lines;
  }

  /** The longest stretches in words; the rest as a number. */
  String when(List<Stretch> stretches) {
    List<String> shown = stretches.stream().limit(SHOWN).map(this::stretch).toList();
    String text = String.join(say("，", ", "), shown);
    int rest = stretches.size() - shown.size();
    return rest == 0 ? text : text + say("，另有 %d 段", " and %d more").formatted(rest);
  }

  private String stretch(Stretch stretch) {
    return "%s–%s (%d %s)"
        .formatted(
            minute(stretch.from()),
            minute(stretch.until()),
            stretch.count(),
            say(stretch.of().unit()));
  }

  private static String minute(Instant moment) {
    return MINUTE.format(moment.atOffset(BeijingTime.OFFSET));
  }

  String effort(Finding finding) {
    @Nullable Advice advice = finding.rule().words().advice();
    return advice == null
        ? ""
        : say("（%s，%s）", " (%s, %s)")
            .formatted(say(advice.cost().meaning()), say(advice.effort().meaning()));
  }

  String title(Finding finding, Checked checked) {
    @Nullable String factor = finding.factor();
    String title = say(finding.rule().title());
    return factor == null
        ? title
        : say(checked.factors().of(factor).name()) + say("：", ": ") + title;
  }

  private String say(LocalName name) {
    return say(name.zh(), name.en());
  }

  private String say(String zh, String en) {
    return english ? en : zh;
  }
}
