package org.tijian.analytics.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.MeasuredBy;
import org.tijian.analytics.standard.Rule;

/**
 * An item of a checklist that the data answer, so that nobody has to go and look. An item that no
 * data answer stays with whoever looks: the judgement is then "not answered".
 */
final class MeasuredItem implements Check {
  private final Measures measures = new Measures();
  private final CheckForm form = ManualItem.form(measures.names());

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judge(Rule rule, @Nullable Instrument instrument, Material material) {
    MeasuredBy by = rule.measure();
    Optional<Measured> measured =
        by == null
            ? Optional.empty()
            : measures.named(by.toString()).of(rule, instrument, material);
    return measured
        .map(answer -> ManualItem.judge(rule, answer, material))
        .orElseGet(() -> Judgement.cannotTell(Reason.NOT_ANSWERED));
  }

  /** Whether the data said anything of an item. */
  static boolean isAnswered(Finding finding) {
    return !finding.rule().isManual() || finding.outcome().basis() != null;
  }
}
