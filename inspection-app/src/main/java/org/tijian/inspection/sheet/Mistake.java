package org.tijian.inspection.sheet;

import org.tijian.analytics.site.LocalName;

/**
 * A cell that cannot be taken.
 *
 * @param row as the spreadsheet counts, from 1; 0 for the sheet as a whole
 * @param column its head; empty for the row as a whole
 * @param expected what was expected
 */
record Mistake(String sheet, int row, String column, LocalName expected) {
  static Mistake of(SheetKind sheet, int row, String column, String zh, String en) {
    return new Mistake(sheet.title(), row, column, new LocalName(zh, en));
  }
}
