package org.tijian.analytics;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Agenda.Item;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Kind;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.finding.Replay.Move;
import org.tijian.analytics.site.LocalName;

/** A check of files as text: what needs somebody's hand first, each verdict with its working. */
final class CheckText {
  private final boolean english;
  private final PrintStream out;

  CheckText(boolean english, PrintStream out) {
    this.english = english;
    this.out = out;
  }

  void print(Checked checked) {
    out.println(heading(checked));
    out.println(
        say(
            "自查结果仅供企业自用，不作为任何结论或依据。",
            "For the enterprise's own use; no conclusion and no basis for one."));
    items(say("改进项", "To improve"), checked.items(Kind.REQUIREMENT), checked);
    items(
        say("疑似问题（请先看可能的原因）", "Worth a look (possible causes first)"),
        checked.items(Kind.SUSPECTED),
        checked);
    items(say("供参考", "For information"), checked.items(Kind.INFORMATION), checked);
    items(say("提示（条款尚未核对原文）", "Hints (clause not read yet)"), checked.hintItems(), checked);
    section(say("无法判定", "Cannot tell"), checked.cannotTell(), checked, false);
    section(say("符合", "Met"), checked.met(), checked, true);
    replay(checked);
  }

  private void replay(Checked checked) {
    Replay replay = checked.replay();
    if (replay == null) {
      return;
    }
    out.printf(
        "%n%s (%d)%n",
        say("按另一版本重判：变动的结论", "Judged by another edition: verdicts that move"),
        replay.moves().size());
    for (Move move : replay.moves()) {
      Finding shown = MoveWords.shown(move);
      out.println("* %s: %s".formatted(name(shown, checked), MoveWords.arrow(move, english)));
      out.println("    " + say("原因：", "Why: ") + say(move.why()));
      out.println("    " + say(shown.says()));
    }
    out.println(say("其余 %d 条结论不变。", "%d other verdicts stay.").formatted(replay.same()));
  }

  private String heading(Checked checked) {
    return say("排放口 %s，%s 至 %s（北京时间）", "Outlet %s, %s until %s (Beijing time)")
        .formatted(checked.outlet().code(), checked.from(), checked.until());
  }

  private void section(String title, List<Finding> findings, Checked checked, boolean working) {
    out.printf("%n%s (%d)%n", title, findings.size());
    for (Finding finding : findings) {
      out.println("* " + name(finding, checked));
      String text = say(working ? Derivation.of(finding) : finding.says());
      text.lines().forEach(line -> out.println("    " + line));
      @Nullable LocalName advice = finding.advice();
      if (advice != null) {
        out.println("    " + say("建议：", "Advice: ") + say(advice));
      }
    }
  }

  private void items(String title, List<Item> items, Checked checked) {
    out.printf("%n%s (%d)%n", title, items.size());
    for (Item item : items) {
      out.println("* " + name(item.head(), checked) + marks(item));
      say(Derivation.of(item.head())).lines().forEach(line -> out.println("    " + line));
      new ActionLines(english).of(item, checked).forEach(line -> out.println("    " + line));
    }
  }

  private String marks(Item item) {
    String severity = say("【%s】", " [%s]").formatted(say(item.head().severity().meaning()));
    return item.checkFirst() ? severity + say("【先查】", " [check first]") : severity;
  }

  private String name(Finding finding, Checked checked) {
    String factor = finding.factor();
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
