package org.tijian.inspection.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.sheet.WorkbookReader.SheetRow;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns a row into the form of the page, and what the form refuses into a mistake of the row. */
@Component
class RowForms {
  private static final List<String> YES = List.of("是", "yes", "true", "1", "y");
  private static final List<String> NO = List.of("否", "no", "false", "0", "n");

  private final JsonMapper json;

  RowForms(JsonMapper json) {
    this.json = json;
  }

  /** Something done with a row; whatever it refuses is a mistake of the row. */
  interface Work {
    void run();
  }

  /**
   * @throws RefusedRequest naming the path of the cell that cannot be read
   */
  <T> T form(SheetRow row, Class<T> type) {
    ObjectNode tree = json.createObjectNode();
    row.cells().forEach((column, text) -> put(tree, column, text));
    return json.treeToValue(tree, type);
  }

  private static void put(ObjectNode tree, Column column, String text) {
    String[] path = column.path().split("\\.");
    ObjectNode at = tree;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.withObject("/" + path[i]);
    }
    String leaf = path[path.length - 1];
    switch (column.kind()) {
      case TEXT -> at.put(leaf, text);
      case NUMBER -> at.put(leaf, number(column, text));
      case FLAG -> at.put(leaf, flag(column, text));
      case CHOICE -> at.put(leaf, word(column, text));
    }
  }

  private static double number(Column column, String text) {
    try {
      return new BigDecimal(text.replace(",", "").replace("，", "")).doubleValue();
    } catch (NumberFormatException e) {
      throw RefusedRequest.invalid(
          column.path(),
          new LocalName("应为数字，现为“%s”。".formatted(text), "A number, not \"%s\".".formatted(text)));
    }
  }

  private static boolean flag(Column column, String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw RefusedRequest.invalid(column.path(), new LocalName("应为 是 或 否。", "Yes or no."));
    }
    return YES.contains(word);
  }

  private static String word(Column column, String text) {
    return column.words().entrySet().stream()
        .filter(e -> isNamed(e, text))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseThrow(
            () ->
                RefusedRequest.invalid(
                    column.path(),
                    new LocalName(
                        "应为其中之一：" + names(column, true), "One of: " + names(column, false))));
  }

  private static boolean isNamed(Map.Entry<String, LocalName> word, String text) {
    return text.equalsIgnoreCase(word.getKey())
        || text.equals(word.getValue().zh())
        || text.equalsIgnoreCase(word.getValue().en());
  }

  private static String names(Column column, boolean chinese) {
    List<String> names =
        column.words().values().stream().map(name -> chinese ? name.zh() : name.en()).toList();
    return String.join(chinese ? "、" : ", ", names);
  }

  /** The mistake that a refusal means in a row. */
  static Mistake mistake(SheetKind kind, SheetRow row, RefusedRequest refused) {
    String field = refused.problem().field() == null ? "" : refused.problem().field();
    Optional<Column> column =
        kind.columns().stream()
            .filter(
                each ->
                    !field.isEmpty()
                        && (field.equals(each.path()) || field.endsWith("." + each.path())))
            .findFirst();
    return new Mistake(
        kind.title(),
        row.number(),
        column.map(Column::head).orElse(""),
        refused.problem().message());
  }
}
