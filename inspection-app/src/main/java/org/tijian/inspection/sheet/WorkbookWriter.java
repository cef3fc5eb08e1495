package org.tijian.inspection.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tijian.analytics.site.LocalName;
import tools.jackson.databind.JsonNode;

/**
 * Writes the workbook: heads, what each column expects, and what is registered. Texts are written
 * as texts, whatever they begin with: a spreadsheet computes none of them.
 */
final class WorkbookWriter {
  private static final int WIDTH = 22;

  private WorkbookWriter() {}

  /**
   * @param rows what is registered, in the shape of the forms; empty for a template
   */
  static byte[] write(Map<SheetKind, List<JsonNode>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tijian", "1.0")) {
      for (SheetKind kind : SheetKind.values()) {
        write(workbook.newWorksheet(kind.title()), kind, rows.getOrDefault(kind, List.of()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Worksheet sheet, SheetKind kind, List<JsonNode> rows) {
    for (int c = 0; c < kind.columns().size(); c++) {
      Column column = kind.columns().get(c);
      sheet.width(c, WIDTH);
      sheet.value(0, c, column.head());
      sheet.style(0, c).bold().set();
      sheet.value(1, c, column.help());
      sheet.style(1, c).wrapText(true).fontColor("808080").set();
      for (int r = 0; r < rows.size(); r++) {
        write(sheet, r + 2, c, column, at(rows.get(r), column.path()));
      }
    }
    sheet.freezePane(0, 2);
  }

  private static void write(Worksheet sheet, int r, int c, Column column, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return;
    }
    String word = value.isString() ? value.asString() : " ";
    switch (column.kind()) {
      case NUMBER -> sheet.value(r, c, value.doubleValue());
      case FLAG -> sheet.value(r, c, value.booleanValue() ? "是" : "否");
      case CHOICE ->
          sheet.value(r, c, column.words().getOrDefault(word, new LocalName(word, word)).zh());
      case TEXT -> sheet.value(r, c, value.asString());
    }
  }

  private static JsonNode at(JsonNode row, String path) {
    return row.at("/" + path.replace('.', '/'));
  }
}
