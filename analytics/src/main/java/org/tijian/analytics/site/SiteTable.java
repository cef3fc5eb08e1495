package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.SiteProfile.Contact;
import org.tijian.analytics.site.SiteProfile.Place;
import org.tijian.analytics.site.SiteRegister.Registered;

/** The table {@code site}. */
final class SiteTable {
  private static final String COLUMNS =
      """
      id, name_zh, name_en, credit_code, industry, province, city, district, address, longitude,
      latitude, contact_name, contact_phone, contact_email
      """;

  private static final String ADD =
      """
      insert into site (name_zh, name_en, credit_code, industry, province, city, district, address,
                        longitude, latitude, contact_name, contact_phone, contact_email)
      values (:zh, :en, :creditCode, :industry, :province, :city, :district, :address, :longitude,
              :latitude, :contactName, :contactPhone, :contactEmail)
      returning
      """
          + COLUMNS;

  private static final String CHANGE =
      """
      update site
         set name_zh = :zh, name_en = :en, credit_code = :creditCode, industry = :industry,
             province = :province, city = :city, district = :district, address = :address,
             longitude = :longitude, latitude = :latitude, contact_name = :contactName,
             contact_phone = :contactPhone, contact_email = :contactEmail
       where id = :id
      returning
      """
          + COLUMNS;

  /** {@code position} takes the text literally, whatever characters it holds. */
  private static final String NEWEST =
      "select created_at, "
          + COLUMNS
          + """
            from site
           where id < :before
             and (:text = ''
                  or position(lower(:text) in lower(concat_ws(' ', name_zh, name_en, province, city,
                                                              district))) > 0)
           order by id desc
           limit :limit
          """;

  private final MonitoringDatabase database;

  SiteTable(MonitoringDatabase database) {
    this.database = database;
  }

  Site add(LocalName name, SiteProfile profile) {
    return written(() -> described(ADD, name, profile).query((row, n) -> site(row)).single());
  }

  Site change(Site site) {
    return written(
        () ->
            described(CHANGE, site.name(), site.profile())
                .param("id", site.id())
                .query((row, n) -> site(row))
                .optional()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException("there is no site %d".formatted(site.id()))));
  }

  private static Site written(Supplier<Site> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("the credit code is registered already", e);
    }
  }

  private JdbcClient.StatementSpec described(String sql, LocalName name, SiteProfile profile) {
    Coordinates at = profile.at();
    return database
        .jdbc()
        .sql(sql)
        .param("zh", name.zh())
        .param("en", name.en())
        .param("creditCode", profile.creditCode())
        .param("industry", profile.industry())
        .param("province", profile.place().province())
        .param("city", profile.place().city())
        .param("district", profile.place().district())
        .param("address", profile.place().address())
        .param("longitude", at == null ? null : at.longitude(), Types.DOUBLE)
        .param("latitude", at == null ? null : at.latitude(), Types.DOUBLE)
        .param("contactName", profile.contact().name())
        .param("contactPhone", profile.contact().phone())
        .param("contactEmail", profile.contact().email());
  }

  Optional<Site> find(long id) {
    return database
        .jdbc()
        .sql("select " + COLUMNS + " from site where id = :id")
        .param("id", id)
        .query((row, n) -> site(row))
        .optional();
  }

  Optional<Site> ofCreditCode(String creditCode) {
    return database
        .jdbc()
        .sql("select " + COLUMNS + " from site where credit_code = :code")
        .param("code", creditCode)
        .query((row, n) -> site(row))
        .optional();
  }

  List<Site> all() {
    return database
        .jdbc()
        .sql("select " + COLUMNS + " from site order by id")
        .query((row, n) -> site(row))
        .list();
  }

  List<Registered> newest(String text, long before, int limit) {
    return database
        .jdbc()
        .sql(NEWEST)
        .param("text", text)
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Registered(
                    site(row), row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getLong("id"),
        new LocalName(row.getString("name_zh"), row.getString("name_en")),
        new SiteProfile(
            row.getString("credit_code"),
            row.getString("industry"),
            new Place(
                row.getString("province"),
                row.getString("city"),
                row.getString("district"),
                row.getString("address")),
            OutletDetails.coordinates(row),
            new Contact(
                row.getString("contact_name"),
                row.getString("contact_phone"),
                row.getString("contact_email"))));
  }
}
