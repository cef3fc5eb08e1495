package org.tijian.inspection.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table as it lies in a backup.
 *
 * @param columns those that hold data; generated ones are not copied
 * @param parent the partitioned table it belongs to, or null
 * @param bounds of the partition as SQL, or null
 * @param sha256 of the file before it was packed
 */
record TableDump(
    String schema,
    String name,
    List<String> columns,
    @Nullable String parent,
    @Nullable String bounds,
    long rows,
    String sha256) {

  String file() {
    return "%s.%s.copy.gz".formatted(schema, name);
  }

  String quotedName() {
    return quoted(schema) + "." + quoted(name);
  }

  String quotedColumns() {
    return String.join(", ", columns.stream().map(TableDump::quoted).toList());
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  TableDump with(long newRows, String newSha256) {
    return new TableDump(schema, name, columns, parent, bounds, newRows, newSha256);
  }
}
