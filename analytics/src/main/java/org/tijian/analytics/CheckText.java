package org.tijian.analytics;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
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
    section(say("改进项", "To improve"), checked.notMet(), checked, true);
    section(say("提示（条款尚未核对原文）", "Hints (clause not read yet)"), checked.hints(), checked, true);
    section(say("无法判定", "Cannot tell"), checked.cannotTell(), checked, false);
    section(say("符合", "Met"), checked.met(), checked, true);
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
