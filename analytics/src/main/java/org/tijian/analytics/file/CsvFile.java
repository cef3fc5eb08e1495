package org.tijian.analytics.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file in UTF-8 with names of columns in its first line (RFC 4180). */
final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  /** Spreadsheets write it in front of a file in UTF-8. */
  private static final String MARK = "\uFEFF";

  private final String name;
  private final List<String> columns;

  private CsvFile(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  /** Told once the columns are known; answers what takes the rows. */
  interface Reader {
    Consumer<Row> begin(CsvFile file);
  }

  /**
   * @throws FileException if it is no such file
   * @throws IOException if it cannot be read
   */
  static void read(Path path, Reader reader) throws IOException {
    String name = String.valueOf(path.getFileName());
    try (CSVParser parser =
        CSVParser.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8), FORMAT)) {
      CsvFile file = new CsvFile(name, columns(name, parser.getHeaderNames()));
      Consumer<Row> rows = reader.begin(file);
      for (CSVRecord next : parser) {
        rows.accept(file.row(next, parser.getCurrentLineNumber()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notText(name) : e;
    } catch (CharacterCodingException e) {
      throw notText(name);
    } catch (IllegalArgumentException e) {
      throw new FileException("%s:1: %s".formatted(name, e.getMessage()));
    }
  }

  private static FileException notText(String name) {
    return new FileException(name + ": is not in UTF-8");
  }

  private static List<String> columns(String name, List<String> found) {
    if (found.isEmpty()) {
      throw new FileException(name + ":1: the first line must name the columns");
    }
    List<String> columns = new ArrayList<>(found);
    columns.set(0, columns.get(0).replace(MARK, ""));
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new FileException("%s:1: column '%s' is there twice".formatted(name, column));
      }
    }
    return List.copyOf(columns);
  }

  private Row row(CSVRecord row, long line) {
    if (row.size() != columns.size()) {
      throw new FileException(
          "%s:%d: has %d values for %d columns".formatted(name, line, row.size(), columns.size()));
    }
    return new Row(this, row, line);
  }

  List<String> columns() {
    return columns;
  }

  /** Place of a column that must be there. */
  int required(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new FileException(
          "%s:1: column '%s' is missing; there are %s".formatted(name, column, columns));
    }
    return place;
  }

  /** Refuses columns that nobody would read: a misspelt one must not be passed over. */
  void only(Set<String> known) {
    for (String column : columns) {
      if (!known.contains(column)) {
        throw wrongColumn(column, "is none of " + known.stream().sorted().toList());
      }
    }
  }

  FileException wrongColumn(String column, String why) {
    return new FileException("%s:1: column '%s' %s".formatted(name, column, why));
  }

  /**
   * A line of the file.
   *
   * @param line from 1, the names of the columns being the first
   */
  record Row(CsvFile file, CSVRecord cells, long line) {

    /** What stands in a column; empty if nothing does. */
    String text(int column) {
      return cells.get(column);
    }

    String required(int column) {
      String text = text(column);
      if (text.isEmpty()) {
        throw wrong(column, "is empty");
      }
      return text;
    }

    /** NaN if nothing stands there. */
    double number(int column) {
      String text = text(column);
      if (text.isEmpty()) {
        return Double.NaN;
      }
      try {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
          throw wrong(column, "'%s' is no number".formatted(text));
        }
        return number;
      } catch (NumberFormatException e) {
        throw wrong(column, "'%s' is no number".formatted(text));
      }
    }

    double requiredNumber(int column) {
      required(column);
      return number(column);
    }

    FileException wrong(int column, String why) {
      return new FileException(
          "%s:%d: column '%s' %s".formatted(file.name, line, file.columns.get(column), why));
    }
  }
}
