package org.tijian.inspection.step;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.RequestFollower;

/** Tells the office that a request was changed; the page shows what. */
@Component
class RequestNotices implements RequestFollower {
  private final Notices notices;
  private final JdbcClient jdbc;

  RequestNotices(Notices notices, VaultDatabase vault) {
    this.notices = notices;
    this.jdbc = vault.jdbc();
  }

  @Override
  public void changed(Checkup checkup, int version, List<String> changed) {
    jdbc.sql("select id from account where role = 'OFFICE'")
        .query(UUID.class)
        .list()
        .forEach(
            reader ->
                notices.tell(
                    new Notice(
                        reader,
                        "request/%s/%d".formatted(checkup.id(), version),
                        new LocalName(
                            "体检 %s：企业改动了申请".formatted(checkup.number()),
                            "Check-up %s: the request was changed".formatted(checkup.number())),
                        new LocalName(
                            "现为第 %d 版，改动了 %d 处，请在体检页面查看。".formatted(version, changed.size()),
                            "Now version %d; fields changed: %d. See the page of the check-up."
                                .formatted(version, changed.size())),
                        "/checkups/" + checkup.id())));
  }
}
