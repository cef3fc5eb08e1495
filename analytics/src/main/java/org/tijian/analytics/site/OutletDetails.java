package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.OutletProfile.Plate;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Signal;

/**
 * What an enterprise says of an outlet: columns of its row, and the tables of words and signals.
 */
final class OutletDetails {
  private final MonitoringDatabase database;

  OutletDetails(MonitoringDatabase database) {
    this.database = database;
  }

  /** The columns of the outlet's own row. */
  static Map<String, @Nullable Object> columns(OutletProfile profile) {
    Coordinates at = profile.at();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("capacity", profile.capacity());
    columns.put("capacityUnit", profile.capacityUnit());
    columns.put("longitude", at == null ? null : at.longitude());
    columns.put("latitude", at == null ? null : at.latitude());
    columns.put("stackHeight", profile.stackHeight());
    columns.put("operator", profile.operator());
    columns.put("gasPerFuel", profile.gasPerFuel());
    return columns;
  }

  /** The columns of an instrument's row. */
  static Map<String, @Nullable Object> columns(Plate plate) {
    Band normal = plate.normal();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("maker", plate.maker());
    columns.put("model", plate.model());
    columns.put("serialNumber", plate.serialNumber());
    columns.put("certificate", plate.certificate());
    columns.put("low", normal == null ? null : normal.low());
    columns.put("high", normal == null ? null : normal.high());
    return columns;
  }

  static Plate plate(ResultSet row) throws SQLException {
    Double low = row.getObject("normal_low", Double.class);
    Double high = row.getObject("normal_high", Double.class);
    return new Plate(
        row.getString("maker"),
        row.getString("model"),
        row.getString("serial_number"),
        row.getString("certificate"),
        low == null || high == null ? null : new Band(low, high));
  }

  OutletProfile of(long outletId, ResultSet row, Map<String, Plate> plates) throws SQLException {
    return new OutletProfile(
        pairs("select attribute, word from outlet_word where outlet_id = :outlet", outletId),
        row.getObject("capacity", Double.class),
        row.getString("capacity_unit"),
        coordinates(row),
        row.getObject("stack_height", Double.class),
        row.getString("operator"),
        signals(outletId),
        row.getObject("gas_per_fuel", Double.class),
        plates);
  }

  static @Nullable Coordinates coordinates(ResultSet row) throws SQLException {
    Double longitude = row.getObject("longitude", Double.class);
    Double latitude = row.getObject("latitude", Double.class);
    return longitude == null || latitude == null ? null : new Coordinates(longitude, latitude);
  }

  private Map<Signal, String> signals(long outletId) {
    Map<Signal, String> signals = new EnumMap<>(Signal.class);
    pairs("select signal, factor from outlet_signal where outlet_id = :outlet", outletId)
        .forEach((signal, factor) -> signals.put(Signal.valueOf(signal), factor));
    return signals;
  }

  private Map<String, String> pairs(String sql, long outletId) {
    Map<String, String> pairs = new HashMap<>();
    database
        .jdbc()
        .sql(sql)
        .param("outlet", outletId)
        .query((row, n) -> pairs.put(row.getString(1), row.getString(2)))
        .list();
    return pairs;
  }

  /** Replaces the words and signals of an outlet. */
  void put(long outletId, OutletProfile profile) {
    clear("delete from outlet_word where outlet_id = :outlet", outletId);
    clear("delete from outlet_signal where outlet_id = :outlet", outletId);
    profile
        .words()
        .forEach(
            (key, word) -> add("insert into outlet_word values (?, ?, ?)", outletId, key, word));
    profile
        .signals()
        .forEach(
            (signal, factor) ->
                add("insert into outlet_signal values (?, ?, ?)", outletId, signal.name(), factor));
  }

  private void clear(String sql, long outletId) {
    database.jdbc().sql(sql).param("outlet", outletId).update();
  }

  private void add(String sql, long outletId, String key, String value) {
    database.jdbc().sql(sql).params(outletId, key, value).update();
  }
}
