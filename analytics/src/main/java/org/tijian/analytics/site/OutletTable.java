package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.OutletProfile.Plate;

/** The tables {@code outlet} and {@code instrument}. */
final class OutletTable {
  private static final String ADD =
      """
      insert into outlet (site_id, code, name_zh, name_en, reference_oxygen, section_area,
                          field_factor, demonstration, capacity, capacity_unit, longitude, latitude,
                          stack_height, operator, gas_per_fuel)
      values (:site, :code, :zh, :en, :oxygen, :area, :fieldFactor, :demonstration, :capacity,
              :capacityUnit, :longitude, :latitude, :stackHeight, :operator, :gasPerFuel)
      returning id
      """;

  private static final String CHANGE =
      """
      update outlet
         set code = :code, name_zh = :zh, name_en = :en, reference_oxygen = :oxygen,
             section_area = :area, field_factor = :fieldFactor, capacity = :capacity,
             capacity_unit = :capacityUnit, longitude = :longitude, latitude = :latitude,
             stack_height = :stackHeight, operator = :operator, gas_per_fuel = :gasPerFuel
       where id = :id
      """;

  private static final String ADD_INSTRUMENT =
      """
      insert into instrument (outlet_id, factor, position, name_zh, name_en, unit, full_scale,
                              zero_gas, span_gas, design, automatic_calibration, permit_limit,
                              maker, model, serial_number, certificate, normal_low, normal_high)
      values (:outlet, :factor, :position, :zh, :en, :unit, :fullScale, :zeroGas, :spanGas, :design,
              :automatic, :permitLimit, :maker, :model, :serialNumber, :certificate, :low, :high)
      """;

  private static final String SELECT =
      """
      select id, site_id, code, name_zh, name_en, reference_oxygen, section_area, field_factor,
             demonstration, capacity, capacity_unit, longitude, latitude, stack_height, operator,
             gas_per_fuel
        from outlet
      """;

  private static final String INSTRUMENTS =
      """
      select factor, name_zh, name_en, unit, full_scale, zero_gas, span_gas, design,
             automatic_calibration, permit_limit, maker, model, serial_number, certificate,
             normal_low, normal_high
        from instrument
       where outlet_id = :outlet
       order by position
      """;

  private final MonitoringDatabase database;
  private final OutletDetails details;

  OutletTable(MonitoringDatabase database) {
    this.database = database;
    this.details = new OutletDetails(database);
  }

  Outlet add(Outlet outlet) {
    long id =
        described(ADD, outlet)
            .param("site", outlet.siteId())
            .param("demonstration", outlet.demonstration())
            .query(Long.class)
            .single();
    addInstruments(id, outlet);
    details.put(id, outlet.profile());
    return find(id).orElseThrow();
  }

  /** Site and demonstration stay: they are no settings. */
  Outlet change(Outlet outlet) {
    if (described(CHANGE, outlet).param("id", outlet.id()).update() == 0) {
      throw new IllegalArgumentException("there is no outlet %d".formatted(outlet.id()));
    }
    database
        .jdbc()
        .sql("delete from instrument where outlet_id = :outlet")
        .param("outlet", outlet.id())
        .update();
    addInstruments(outlet.id(), outlet);
    details.put(outlet.id(), outlet.profile());
    return find(outlet.id()).orElseThrow();
  }

  private JdbcClient.StatementSpec described(String sql, Outlet outlet) {
    return database
        .jdbc()
        .sql(sql)
        .param("code", outlet.code())
        .param("zh", outlet.name().zh())
        .param("en", outlet.name().en())
        .param("oxygen", outlet.referenceOxygen(), Types.DOUBLE)
        .param("area", outlet.sectionArea(), Types.DOUBLE)
        .param("fieldFactor", outlet.fieldFactor(), Types.DOUBLE)
        .params(OutletDetails.columns(outlet.profile()));
  }

  private void addInstruments(long outletId, Outlet outlet) {
    List<Instrument> instruments = outlet.instruments();
    for (int i = 0; i < instruments.size(); i++) {
      Instrument instrument = instruments.get(i);
      add(outletId, i, instrument, outlet.profile().plate(instrument.factor()));
    }
  }

  private void add(long outletId, int position, Instrument instrument, Plate plate) {
    database
        .jdbc()
        .sql(ADD_INSTRUMENT)
        .param("outlet", outletId)
        .param("factor", instrument.factor())
        .param("position", position)
        .param("zh", instrument.name().zh())
        .param("en", instrument.name().en())
        .param("unit", instrument.unit())
        .param("fullScale", instrument.fullScale())
        .param("zeroGas", instrument.zeroGas())
        .param("spanGas", instrument.spanGas())
        .param("design", instrument.design().name())
        .param("automatic", instrument.automaticCalibration())
        .param("permitLimit", instrument.permitLimit())
        .params(OutletDetails.columns(plate))
        .update();
  }

  Optional<Outlet> find(long id) {
    return database
        .jdbc()
        .sql(SELECT + " where id = :id")
        .param("id", id)
        .query((row, n) -> outlet(row))
        .optional();
  }

  List<Outlet> ofSite(long siteId) {
    return database
        .jdbc()
        .sql(SELECT + " where site_id = :site order by code")
        .param("site", siteId)
        .query((row, n) -> outlet(row))
        .list();
  }

  private Outlet outlet(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    List<Fitted> fitted = instruments(id);
    return new Outlet(
        id,
        row.getLong("site_id"),
        row.getString("code"),
        name(row),
        row.getObject("reference_oxygen", Double.class),
        row.getObject("section_area", Double.class),
        row.getObject("field_factor", Double.class),
        row.getBoolean("demonstration"),
        fitted.stream().map(Fitted::instrument).toList(),
        details.of(id, row, plates(fitted)));
  }

  /** An instrument and what stands on it. */
  private record Fitted(Instrument instrument, Plate plate) {}

  private static Map<String, Plate> plates(List<Fitted> fitted) {
    return fitted.stream()
        .filter(each -> !each.plate().equals(Plate.EMPTY))
        .collect(Collectors.toMap(each -> each.instrument().factor(), Fitted::plate));
  }

  private List<Fitted> instruments(long outletId) {
    return database
        .jdbc()
        .sql(INSTRUMENTS)
        .param("outlet", outletId)
        .query((row, n) -> new Fitted(instrument(row), OutletDetails.plate(row)))
        .list();
  }

  private static Instrument instrument(ResultSet row) throws SQLException {
    return new Instrument(
        row.getString("factor"),
        name(row),
        row.getString("unit"),
        row.getDouble("full_scale"),
        row.getDouble("zero_gas"),
        row.getObject("span_gas", Double.class),
        Instrument.Design.valueOf(row.getString("design")),
        row.getBoolean("automatic_calibration"),
        row.getObject("permit_limit", Double.class));
  }

  private static LocalName name(ResultSet row) throws SQLException {
    return new LocalName(row.getString("name_zh"), row.getString("name_en"));
  }
}
