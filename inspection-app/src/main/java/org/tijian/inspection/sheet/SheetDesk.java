package org.tijian.inspection.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.enterprise.ConfirmationDesk;
import org.tijian.inspection.enterprise.EnterpriseView;
import org.tijian.inspection.monitoring.OutletBook;
import org.tijian.inspection.monitoring.OutletSettings;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the workbook of an enterprise, and takes one in: all of it or nothing. */
@Component
class SheetDesk {
  private final SiteRegister register;
  private final OutletBook book;
  private final RowForms forms;
  private final ConfirmationDesk confirmation;
  private final MonitoringDatabase database;
  private final JsonMapper json;

  SheetDesk(
      SiteRegister register,
      OutletBook book,
      RowForms forms,
      ConfirmationDesk confirmation,
      MonitoringDatabase database,
      JsonMapper json) {
    this.register = register;
    this.book = book;
    this.forms = forms;
    this.confirmation = confirmation;
    this.database = database;
    this.json = json;
  }

  static long siteOf(Account account) {
    Long site = account.siteId();
    if (account.role() != Role.DIRECTOR || site == null) {
      throw RefusedRequest.noAccess();
    }
    return site;
  }

  byte[] template() {
    return WorkbookWriter.write(Map.of());
  }

  byte[] export(long siteId) {
    List<Outlet> outlets = register.outlets(siteId);
    Map<SheetKind, List<JsonNode>> rows = new EnumMap<>(SheetKind.class);
    rows.put(
        SheetKind.ENTERPRISE,
        List.of(json.valueToTree(EnterpriseView.of(register.site(siteId).orElseThrow()))));
    rows.put(
        SheetKind.OUTLETS,
        outlets.stream().map(o -> json.<JsonNode>valueToTree(OutletSettings.of(o))).toList());
    rows.put(
        SheetKind.INSTRUMENTS, outlets.stream().flatMap(o -> instruments(o).stream()).toList());
    rows.put(SheetKind.LOGGERS, outlets.stream().flatMap(o -> loggers(o).stream()).toList());
    return WorkbookWriter.write(rows);
  }

  private List<JsonNode> instruments(Outlet outlet) {
    return OutletSettings.of(outlet).instruments().stream()
        .<JsonNode>map(
            each -> {
              tools.jackson.databind.node.ObjectNode row = json.valueToTree(each);
              return row.put(SheetKind.OUTLET, outlet.code());
            })
        .toList();
  }

  private List<JsonNode> loggers(Outlet outlet) {
    return register.devices(outlet.id()).stream()
        .<JsonNode>map(
            device ->
                json.createObjectNode().put("mn", device.mn()).put(SheetKind.OUTLET, outlet.code()))
        .toList();
  }

  /** What the workbook would change; changes nothing. */
  SheetPlan plan(long siteId, byte[] file) {
    Site site = register.site(siteId).orElseThrow(RefusedRequest::noAccess);
    return new SheetPlan(forms, register, site, WorkbookReader.read(file));
  }

  /** All of it, or with a single mistake nothing. */
  SheetPlan take(Account account, byte[] file) {
    SheetPlan plan = plan(siteOf(account), file);
    if (!plan.mistakes().isEmpty()) {
      throw new RefusedRequest(
          409,
          "sheet-has-mistakes",
          new LocalName(
              "工作簿里还有 %d 处错误，什么都没有存。".formatted(plan.mistakes().size()),
              "The workbook has %d mistakes; nothing was stored."
                  .formatted(plan.mistakes().size())));
    }
    database.transaction().executeWithoutResult(tx -> write(account, plan));
    return plan;
  }

  private void write(Account account, SheetPlan plan) {
    Site site = plan.changedEnterprise();
    if (site != null) {
      confirmation.changing(register.site(site.id()).orElseThrow(), site, account);
      register.changeSite(site);
    }
    plan.changedOutlets().forEach(book::write);
    List<Outlet> outlets = register.outlets(siteOf(account));
    for (SheetPlan.NewLogger logger : plan.newLoggers()) {
      Outlet outlet =
          outlets.stream()
              .filter(each -> each.code().equals(logger.outletCode()))
              .findFirst()
              .orElseThrow();
      book.registerLogger(account, outlet, logger.mn(), logger.password());
    }
  }
}
