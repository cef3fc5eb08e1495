package org.tijian.inspection.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, in every version; only ever added to. */
@Component
class RequestVersions {
  private static final String ADD =
      """
      insert into request_version (checkup_id, version, at, account_id, by_zh, by_en, content)
      values (:checkup, :version, :at, :account, :zh, :en, :content::jsonb)
      """;
  private static final String OF =
      "select * from request_version where checkup_id = :checkup order by version";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RequestVersions(VaultDatabase vault, JsonMapper json) {
    this.jdbc = vault.jdbc();
    this.json = json;
  }

  /** A version and who made it. */
  record Version(int version, Instant at, LocalName by, RequestContent content) {}

  void add(UUID checkupId, int version, RequestContent content, Account by, Instant at) {
    add(checkupId, version, content, by.id(), by.name(), at);
  }

  void add(
      UUID checkupId, int version, RequestContent content, UUID by, LocalName name, Instant at) {
    jdbc.sql(ADD)
        .param("checkup", checkupId)
        .param("version", version)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", by)
        .param("zh", name.zh())
        .param("en", name.en())
        .param("content", json.writeValueAsString(content))
        .update();
  }

  /** Oldest first; one from before there were versions has its first one still to be kept. */
  List<Version> of(Checkup checkup) {
    List<Version> kept =
        jdbc.sql(OF).param("checkup", checkup.id()).query((row, index) -> read(row)).list();
    return kept.isEmpty() ? List.of(first(checkup)) : kept;
  }

  /** Keeps the first version of a check-up from before there were versions. */
  void keepFirst(Checkup checkup) {
    if (jdbc.sql(OF).param("checkup", checkup.id()).query().listOfRows().isEmpty()) {
      Consent consent = checkup.consent();
      add(
          checkup.id(),
          1,
          first(checkup).content(),
          consent.accountId(),
          consent.by(),
          consent.at());
    }
  }

  private static Version first(Checkup checkup) {
    return new Version(
        1,
        checkup.consent().at(),
        checkup.consent().by(),
        new RequestContent(checkup.scope(), PlantCalendar.EMPTY));
  }

  private Version read(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new LocalName(row.getString("by_zh"), row.getString("by_en")),
        json.readValue(row.getString("content"), RequestContent.class));
  }
}
