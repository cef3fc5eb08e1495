package org.tijian.inspection.request;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.List;

/**
 * What one version of the rules changed in another.
 *
 * @param zh lines of the Chinese text
 * @param en lines of the English text
 * @param policy lines of the policy file
 */
record PolicyChanges(String from, String to, List<Line> zh, List<Line> en, List<Line> policy) {

  static PolicyChanges between(Policies.Edition from, Policies.Edition to) {
    return new PolicyChanges(
        from.version(),
        to.version(),
        lines(from.terms().text().zh(), to.terms().text().zh()),
        lines(from.terms().text().en(), to.terms().text().en()),
        lines(from.policyText(), to.policyText()));
  }

  private static List<Line> lines(String from, String to) {
    // Rows are data and not markup: the pages escape them.
    return DiffRowGenerator.create()
        .showInlineDiffs(false)
        .lineNormalizer(line -> line)
        .build()
        .generateDiffRows(from.lines().toList(), to.lines().toList())
        .stream()
        .map(Line::of)
        .toList();
  }

  /**
   * A line in both versions.
   *
   * @param kind {@code same}, {@code changed}, {@code added} or {@code removed}
   * @param before empty if added
   * @param after empty if removed
   */
  record Line(String kind, String before, String after) {
    static Line of(DiffRow row) {
      String kind =
          switch (row.getTag()) {
            case EQUAL -> "same";
            case CHANGE -> "changed";
            case INSERT -> "added";
            case DELETE -> "removed";
          };
      return new Line(kind, row.getOldLine(), row.getNewLine());
    }
  }
}
