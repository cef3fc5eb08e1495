package org.tijian.analytics.reading;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of HJ 212 in words: commands, systems, fields, marks and answers. */
public final class Hj212Terms {

  /** One table of the file. */
  public enum Table {
    HEADER("header"),
    SYSTEMS("systems"),
    COMMANDS("commands"),
    FIELDS("fields"),
    /** Endings of factor fields; {@code of} is {@code value}, {@code amount} or {@code hours}. */
    SUFFIXES("suffixes"),
    MARKS("marks"),
    /** QnRtn. */
    REQUEST_ANSWERS("requestAnswers"),
    /** ExeRtn. */
    RESULTS("results"),
    RUN_STATES("runStates"),
    INFORMATION("information"),
    /** Emitted amounts that are not counted in kg. */
    AMOUNTS("amounts"),
    /** Codes of HJ/T 212-2005; {@code of} is the code of HJ 212-2017. */
    FACTORS_2005("factors2005");

    private final String key;

    Table(String key) {
      this.key = key;
    }
  }

  private final Map<Table, Map<String, Hj212Term>> tables = new EnumMap<>(Table.class);

  private Hj212Terms() {}

  /** Reads the tables that come with the product. */
  public static Hj212Terms builtIn() {
    WordsFile file = WordsFile.of("/hj212/terms.yaml");
    Hj212Terms terms = new Hj212Terms();
    for (Table table : Table.values()) {
      terms.tables.put(table, Map.copyOf(file.table(table.key)));
    }
    return terms;
  }

  /** The entry, or null if the table has none. */
  public @Nullable Hj212Term of(Table table, String code) {
    return tables.getOrDefault(table, Map.of()).get(code);
  }

  /**
   * As {@link #of(Table, String)}, for a code whose meaning changed.
   *
   * @param edition for example {@code 2005}
   */
  public @Nullable Hj212Term of(Table table, String code, @Nullable String edition) {
    Hj212Term then = of(table, code + "@" + edition);
    return then == null ? of(table, code) : then;
  }
}
