package org.tijian.inspection.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Reads a workbook that somebody sent. Before anything is read it is unpacked once and counted, so
 * that a small file which becomes a large one is refused.
 */
final class WorkbookReader {
  private static final long LARGEST = 20L * 1024 * 1024;
  private static final int MOST_PARTS = 200;
  private static final int MOST_ROWS = 2_000;
  private static final int FIRST_DATA = 3;

  private WorkbookReader() {}

  /**
   * A row with something in it.
   *
   * @param number as the spreadsheet counts, from 1
   */
  record SheetRow(int number, Map<Column, String> cells) {}

  /** What was read, and what could not be. */
  record Read(Map<SheetKind, List<SheetRow>> rows, List<Mistake> mistakes) {
    List<SheetRow> of(SheetKind kind) {
      return rows.getOrDefault(kind, List.of());
    }
  }

  static Read read(byte[] file) {
    try {
      requireHarmless(file);
      try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
        return sheets(workbook);
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof RefusedRequest refused ? refused : notAWorkbook();
    }
  }

  /** By the list of parts at the file's end, as the reader does. */
  private static void requireHarmless(byte[] file) throws IOException {
    long size = 0;
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      if (parts.size() > MOST_PARTS) {
        throw tooMuch();
      }
      for (ZipArchiveEntry part : parts) {
        try (InputStream content = zip.getInputStream(part)) {
          size += counted(content, LARGEST - size);
        }
      }
    }
  }

  private static long counted(InputStream content, long most) throws IOException {
    byte[] buffer = new byte[8192];
    long size = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      if (size == 0 && new String(buffer, 0, read, StandardCharsets.UTF_8).contains("<!DOCTYPE")) {
        throw notAWorkbook();
      }
      size += read;
      if (size > most) {
        throw tooMuch();
      }
    }
    return size;
  }

  private static Read sheets(ReadableWorkbook workbook) throws IOException {
    Map<SheetKind, List<SheetRow>> rows = new EnumMap<>(SheetKind.class);
    List<Mistake> mistakes = new ArrayList<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      for (SheetKind kind : SheetKind.values()) {
        if (kind.isNamed(sheet.getName())) {
          rows.put(kind, rows(kind, sheet, mistakes));
        }
      }
    }
    if (rows.isEmpty()) {
      throw notAWorkbook();
    }
    return new Read(rows, mistakes);
  }

  private static List<SheetRow> rows(SheetKind kind, Sheet sheet, List<Mistake> mistakes)
      throws IOException {
    List<SheetRow> found = new ArrayList<>();
    Map<Integer, Column> heads = new HashMap<>();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        if (row.getRowNum() == 1) {
          heads.putAll(heads(kind, row, mistakes));
        } else if (row.getRowNum() >= FIRST_DATA) {
          SheetRow read = row(kind, row, heads, mistakes);
          if (!read.cells().isEmpty()) {
            found.add(read);
          }
          if (found.size() > MOST_ROWS) {
            throw tooMuch();
          }
        }
      }
    }
    return found;
  }

  private static Map<Integer, Column> heads(SheetKind kind, Row row, List<Mistake> mistakes) {
    Map<Integer, Column> heads = new HashMap<>();
    for (Cell cell : row) {
      String head = cell == null ? "" : cell.getText().strip();
      if (!head.isEmpty()) {
        Optional<Column> column = kind.column(head);
        column.ifPresent(known -> heads.put(cell.getColumnIndex(), known));
        if (column.isEmpty()) {
          mistakes.add(Mistake.of(kind, 1, head, "没有这一列，请用模板的列名。", "There is no such column."));
        }
      }
    }
    return heads;
  }

  private static SheetRow row(
      SheetKind kind, Row row, Map<Integer, Column> heads, List<Mistake> mistakes) {
    Map<Column, String> cells = new HashMap<>();
    for (Cell cell : row) {
      Column column = cell == null ? null : heads.get(cell.getColumnIndex());
      if (column != null && cell.getType() == CellType.FORMULA) {
        mistakes.add(
            Mistake.of(
                kind,
                row.getRowNum(),
                column.head(),
                "是公式，请粘贴为数值。",
                "A formula: paste it as a value."));
      } else if (column != null && !cell.getText().isBlank()) {
        cells.put(column, text(cell));
      }
    }
    return new SheetRow(row.getRowNum(), cells);
  }

  /** A number without the exponent that a long code would get. */
  private static String text(Cell cell) {
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
        : cell.getText().strip();
  }

  private static RefusedRequest notAWorkbook() {
    return RefusedRequest.invalid(
        "file",
        new LocalName(
            "这不是本平台的工作簿（.xlsx），请先下载模板。",
            "That is no workbook (.xlsx) of ours: download the template first."));
  }

  private static RefusedRequest tooMuch() {
    return RefusedRequest.invalid(
        "file",
        new LocalName(
            "工作簿的内容太多：展开后最多 20 MB，每张表最多 2000 行。",
            "The workbook holds too much: at most 20 MB unpacked, and 2,000 rows a sheet."));
  }
}
