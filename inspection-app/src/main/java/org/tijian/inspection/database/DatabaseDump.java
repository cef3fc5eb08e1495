package org.tijian.inspection.database;

import java.util.List;

/**
 * What a backup of one database says of itself, in {@code manifest.json}.
 *
 * @param database {@code monitoring} or {@code vault}
 * @param schemaVersion of the last migration; a restore brings an empty database to it first
 * @param takenAt the moment that all tables agree with
 */
record DatabaseDump(
    String format,
    String database,
    String schemaVersion,
    String takenAt,
    List<TableDump> tables,
    List<Sequence> sequences) {
  static final String FORMAT = "tijian-backup-1";
  static final String FILE = "manifest.json";

  /** Where a sequence stood. */
  record Sequence(String schema, String name, long value, boolean called) {
    String quotedName() {
      return TableDump.quoted(schema) + "." + TableDump.quoted(name);
    }
  }
}
