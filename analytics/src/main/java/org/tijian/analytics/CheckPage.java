package org.tijian.analytics;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Agenda.Item;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Kind;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;

/** A check of files as one page that needs nothing beside it: to send, to print, to keep. */
final class CheckPage {
  private static final String STYLE =
      """
      body{font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:1rem auto;
      padding:0 1rem;color:#1f2328;background:#fff}
      h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}.notice{border-left:4px solid #1f6feb;padding-left:1rem}
      .counts{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}.counts li{border:1px solid #d0d7de;
      border-radius:6px;padding:.5rem 1rem}.counts b{display:block;font-size:1.6rem}
      article{border-top:1px solid #d0d7de;padding:.75rem 0}pre{white-space:pre-wrap;background:#f6f8fa;padding:.75rem;
      border-radius:6px}svg{max-width:100%;height:auto}figure{margin:1rem 0}
      """;

  private final boolean english;

  CheckPage(boolean english) {
    this.english = english;
  }

  void print(Checked checked, PrintStream out) {
    out.println("<!doctype html><html lang=\"%s\"><head>".formatted(say("zh-CN", "en")));
    out.println("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    out.println("<title>%s</title><style>%s</style></head><body>".formatted(title(checked), STYLE));
    out.println("<h1>%s</h1>".formatted(title(checked)));
    out.println("<p>%s</p>".formatted(span(checked)));
    out.println(
        "<p class=\"notice\">%s</p>"
            .formatted(
                say(
                    "自查结果仅供企业自用，不作为任何结论或依据。",
                    "For the enterprise's own use; no conclusion and no basis for one.")));
    counts(checked, out);
    items(say("改进项", "To improve"), checked.items(Kind.REQUIREMENT), checked, out);
    items(
        say("疑似问题（请先看可能的原因）", "Worth a look (possible causes first)"),
        checked.items(Kind.SUSPECTED),
        checked,
        out);
    items(say("供参考", "For information"), checked.items(Kind.INFORMATION), checked, out);
    items(say("提示（条款尚未核对原文）", "Hints (clause not read yet)"), checked.hintItems(), checked, out);
    drift(checked, out);
    section(say("无法判定", "Cannot tell"), checked.cannotTell(), checked, out);
    section(say("符合", "Met"), checked.met(), checked, out);
    replay(checked, out);
    out.println("</body></html>");
  }

  private String title(Checked checked) {
    return escaped(say("排放口 %s 自查", "Self-check of outlet %s").formatted(checked.outlet().code()));
  }

  private String span(Checked checked) {
    return say("%s 至 %s（北京时间）", "%s until %s (Beijing time)")
        .formatted(checked.from(), checked.until());
  }

  private void counts(Checked checked, PrintStream out) {
    out.println("<ul class=\"counts\">");
    count(say("改进项", "to improve"), checked.items(Kind.REQUIREMENT).size(), out);
    count(say("疑似问题", "worth a look"), checked.items(Kind.SUSPECTED).size(), out);
    count(say("提示", "hints"), checked.hintItems().size(), out);
    count(say("无法判定", "cannot tell"), checked.cannotTell().size(), out);
    count(say("符合", "met"), checked.met().size(), out);
    out.println("</ul>");
  }

  private static void count(String what, int number, PrintStream out) {
    out.println("<li><b>%d</b>%s</li>".formatted(number, what));
  }

  private void items(String heading, List<Item> items, Checked checked, PrintStream out) {
    if (items.isEmpty()) {
      return;
    }
    out.println("<h2>%s (%d)</h2>".formatted(heading, items.size()));
    items.forEach(item -> article(item, checked, out));
  }

  private void article(Item item, Checked checked, PrintStream out) {
    ActionLines lines = new ActionLines(english);
    Finding head = item.head();
    String first = item.checkFirst() ? say("，先查", ", check first") : "";
    out.println(
        "<article><h3>%s</h3><p><b>%s</b></p><p>%s</p><ul>"
            .formatted(
                escaped(lines.title(head, checked)),
                escaped(say(head.severity().meaning()) + first),
                escaped(say(head.says()))));
    lines.of(item, checked).forEach(line -> out.println("<li>%s</li>".formatted(escaped(line))));
    out.println(
        "</ul><details><summary>%s</summary><pre>%s</pre></details></article>"
            .formatted(say("推导过程", "The working"), escaped(say(Derivation.of(head)))));
  }

  private void replay(Checked checked, PrintStream out) {
    Replay replay = checked.replay();
    if (replay == null) {
      return;
    }
    out.println(
        "<h2>%s (%d)</h2><ul>"
            .formatted(
                say("按另一版本重判：变动的结论", "Judged by another edition: verdicts that move"),
                replay.moves().size()));
    ActionLines lines = new ActionLines(english);
    replay
        .moves()
        .forEach(
            move ->
                out.println(
                    "<li>%s: %s. %s</li>"
                        .formatted(
                            escaped(lines.title(MoveWords.shown(move), checked)),
                            MoveWords.arrow(move, english),
                            escaped(say(move.why())))));
    out.println(
        "</ul><p>%s</p>"
            .formatted(say("其余 %d 条结论不变。", "%d other verdicts stay.").formatted(replay.same())));
  }

  private void section(String heading, List<Finding> findings, Checked checked, PrintStream out) {
    if (findings.isEmpty()) {
      return;
    }
    out.println("<h2>%s (%d)</h2>".formatted(heading, findings.size()));
    findings.forEach(finding -> article(finding, checked, out));
  }

  private void article(Finding finding, Checked checked, PrintStream out) {
    String factor = finding.factor();
    String name = factor == null ? "" : say(checked.factors().of(factor).name()) + say("：", ": ");
    out.println("<article><h3>%s</h3>".formatted(escaped(name + say(finding.rule().title()))));
    out.println("<p>%s</p>".formatted(escaped(say(finding.says()))));
    @Nullable LocalName advice = finding.advice();
    if (advice != null) {
      out.println("<p>%s%s</p>".formatted(say("建议：", "Advice: "), escaped(say(advice))));
    }
    out.println(
        "<details><summary>%s</summary><pre>%s</pre></details></article>"
            .formatted(say("推导过程", "The working"), escaped(say(Derivation.of(finding)))));
  }

  private void drift(Checked checked, PrintStream out) {
    for (Instrument instrument : checked.outlet().instruments()) {
      DriftFigure.of(checked, instrument, english)
          .ifPresent(
              figure -> {
                String name = escaped(say(instrument.name()));
                out.println("<h2>%s %s</h2>".formatted(name, say("漂移", "drift")));
                out.println(figure);
              });
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String say(LocalName name) {
    return say(name.zh(), name.en());
  }

  private String say(String zh, String en) {
    return english ? en : zh;
  }
}
