package org.tijian.inspection.statistics;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Input;

/** What enterprises said of themselves for statistics. */
@Component
class Profiles {
  private static final Set<String> SIZES = Set.of("large", "medium", "small", Profile.UNKNOWN);
  private static final String SAVE =
      """
      insert into statistics_profile (site_id, sector, size, province) values (:site, :sector, :size, :province)
      on conflict (site_id) do update
        set sector = excluded.sector, size = excluded.size, province = excluded.province
      """;

  private final JdbcClient jdbc;

  Profiles(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  Profile of(long siteId) {
    return jdbc.sql("select sector, size, province from statistics_profile where site_id = :site")
        .param("site", siteId)
        .query(
            (row, index) ->
                new Profile(
                    row.getString("sector"), row.getString("size"), row.getString("province")))
        .optional()
        .orElse(Profile.NOT_SAID);
  }

  Profile save(long siteId, ProfileForm form) {
    String sector = coded("sector", form.sector(), "[0-9]{2}", "行业代码为两位数字。", "Two digits.");
    String province = coded("province", form.province(), "[0-9]{6}", "行政区划代码为六位数字。", "Six digits.");
    String size = form.size() == null || form.size().isEmpty() ? Profile.UNKNOWN : form.size();
    Input.check(SIZES.contains(size), "size", "请选择规模。", "Choose a size.");
    jdbc.sql(SAVE)
        .param("site", siteId)
        .param("sector", sector)
        .param("size", size)
        .param("province", province)
        .update();
    return new Profile(sector, size, province);
  }

  private static String coded(
      String field, @Nullable String value, String pattern, String zh, String en) {
    if (value == null || value.isBlank() || value.equals(Profile.UNKNOWN)) {
      return Profile.UNKNOWN;
    }
    Input.check(value.matches(pattern), field, zh, en);
    return value;
  }

  /** As the director fills it in; empty is not known. */
  record ProfileForm(@Nullable String sector, @Nullable String size, @Nullable String province) {}
}
