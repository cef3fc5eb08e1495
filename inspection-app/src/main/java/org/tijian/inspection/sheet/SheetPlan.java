package org.tijian.inspection.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.OutletProfile.Plate;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.enterprise.EnterpriseForm;
import org.tijian.inspection.monitoring.OutletBook;
import org.tijian.inspection.monitoring.OutletForm;
import org.tijian.inspection.monitoring.OutletForm.FilledInstrument;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.sheet.WorkbookReader.SheetRow;
import org.tijian.inspection.web.RefusedRequest;

/**
 * What a workbook would change, found out without changing anything. Rows add and change; what the
 * workbook does not mention stays as it is.
 */
final class SheetPlan {
  private final RowForms forms;
  private final SiteRegister register;
  private final Site before;
  private final List<Item> items = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Outlet> known = new HashMap<>();

  /** The outlets as they would be, by code. */
  private final Map<String, Outlet> outlets = new LinkedHashMap<>();

  private final Map<String, NewLogger> loggers = new LinkedHashMap<>();
  private @Nullable Site enterprise;

  /** What a row does. */
  enum State {
    NEW,
    CHANGED,
    UNCHANGED
  }

  /**
   * A row that can be taken.
   *
   * @param label what it is about
   */
  record Item(String sheet, int row, String label, State state) {}

  /** A logger that is not registered yet. */
  record NewLogger(String mn, String outletCode, String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "NewLogger[%s]".formatted(mn);
    }
  }

  SheetPlan(RowForms forms, SiteRegister register, Site before, WorkbookReader.Read read) {
    this.forms = forms;
    this.register = register;
    this.before = before;
    mistakes.addAll(read.mistakes());
    register.outlets(before.id()).forEach(outlet -> known.put(outlet.code(), outlet));
    outlets.putAll(known);
    plan(SheetKind.ENTERPRISE, read, this::enterprise);
    plan(SheetKind.OUTLETS, read, this::outlet);
    plan(SheetKind.INSTRUMENTS, read, this::instrument);
    plan(SheetKind.LOGGERS, read, this::logger);
  }

  /** Reads a row, and says what it does. */
  private interface Reading {
    Item read(SheetRow row, Set<String> seen);
  }

  private void plan(SheetKind kind, WorkbookReader.Read read, Reading reading) {
    Set<String> seen = new HashSet<>();
    for (SheetRow row : read.of(kind)) {
      try {
        items.add(reading.read(row, seen));
      } catch (RefusedRequest refused) {
        mistakes.add(RowForms.mistake(kind, row, refused));
      }
    }
  }

  private Item enterprise(SheetRow row, Set<String> seen) {
    once(seen, "", "name.zh", "企业表只能有一行。", "There is one row for the enterprise.");
    EnterpriseForm form = forms.form(row, EnterpriseForm.class);
    Site after = new Site(before.id(), form.checkedName(), form.checkedProfile());
    String code = after.profile().creditCode();
    Input.check(
        code == null
            || register.siteOfCreditCode(code).filter(s -> s.id() != before.id()).isEmpty(),
        "creditCode",
        "这个统一社会信用代码已由其他企业登记。",
        "Another enterprise is registered with this code.");
    enterprise = after;
    return item(SheetKind.ENTERPRISE, row, after.name().zh(), before, after);
  }

  private Item outlet(SheetRow row, Set<String> seen) {
    OutletForm form = forms.form(row, OutletForm.class);
    String code = Input.filledText("code", form.code(), 32);
    once(seen, code, "code", "编号重复：“%s”。", "The code \"%s\" is there twice.");
    Outlet old = known.get(code);
    Outlet said =
        form.outlet(
            old == null ? 0 : old.id(),
            before.id(),
            old != null && old.demonstration(),
            OutletProfile.NONE);
    Outlet after =
        old == null
            ? said
            : Outlets.with(said, old.instruments(), old.profile().instruments(), old.profile());
    if (old == null) {
      OutletForm.requireRoom(outlets.size());
    }
    outlets.put(code, after);
    return item(SheetKind.OUTLETS, row, code, old, after);
  }

  private Item instrument(SheetRow row, Set<String> seen) {
    Outlet outlet = outletOf(row);
    FilledInstrument form = forms.form(row, FilledInstrument.class);
    Instrument instrument = form.checked("");
    String factor = instrument.factor();
    once(
        seen,
        outlet.code() + " " + factor,
        "factor",
        "该排放口的这个因子重复：“%s”。",
        "The factor is there twice: \"%s\".");
    Plate plate = form.plate() == null ? Plate.EMPTY : form.plate().checked("plate");
    Fitted old =
        outlet
            .instrument(factor)
            .map(found -> new Fitted(found, outlet.profile().plate(factor)))
            .orElse(null);
    outlets.put(outlet.code(), Outlets.withInstrument(outlet, instrument, plate));
    return item(
        SheetKind.INSTRUMENTS,
        row,
        outlet.code() + " " + factor,
        old,
        new Fitted(instrument, plate));
  }

  private record Fitted(Instrument instrument, Plate plate) {}

  private Item logger(SheetRow row, Set<String> seen) {
    Outlet outlet = outletOf(row);
    LoggerRow form = forms.form(row, LoggerRow.class);
    String mn = Input.filledText("mn", form.mn(), 40);
    Input.check(
        Device.isMn(mn),
        "mn",
        "MN 为 1 至 32 位字母、数字、下划线或短横线。",
        "An MN is 1 to 32 letters, digits, _ or -.");
    once(seen, mn, "mn", "MN 重复：“%s”。", "The MN \"%s\" is there twice.");
    Device old = register.device(mn).orElse(null);
    if (old == null) {
      loggers.put(
          mn, new NewLogger(mn, outlet.code(), OutletBook.password("password", form.password())));
      return new Item(SheetKind.LOGGERS.title(), row.number(), mn, State.NEW);
    }
    Input.check(
        outlet.id() != 0 && old.outletId() == outlet.id(),
        "mn",
        "该 MN 已登记在别处，数采仪不换排放口。",
        "The MN is registered elsewhere; a logger stays with its outlet.");
    return new Item(SheetKind.LOGGERS.title(), row.number(), mn, State.UNCHANGED);
  }

  /** A row of the sheet of loggers. */
  record LoggerRow(@Nullable String mn, @Nullable String outlet, @Nullable String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "LoggerRow[%s]".formatted(mn);
    }
  }

  private Outlet outletOf(SheetRow row) {
    String code =
        row.cells().entrySet().stream()
            .filter(cell -> cell.getKey().path().equals(SheetKind.OUTLET))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    Outlet outlet = outlets.get(Input.filledText(SheetKind.OUTLET, code, 32));
    if (outlet == null) {
      throw RefusedRequest.invalid(
          SheetKind.OUTLET,
          new LocalName(
              "没有编号为“%s”的排放口，请先在排放口表里填写。".formatted(code),
              "There is no outlet \"%s\": add it to the sheet of outlets.".formatted(code)));
    }
    return outlet;
  }

  private static void once(Set<String> seen, String key, String field, String zh, String en) {
    Input.check(seen.add(key), field, zh.formatted(key), en.formatted(key));
  }

  private static Item item(
      SheetKind kind, SheetRow row, String label, @Nullable Object old, Object after) {
    State state = old == null ? State.NEW : old.equals(after) ? State.UNCHANGED : State.CHANGED;
    return new Item(kind.title(), row.number(), label, state);
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  /** Null if the workbook says nothing of the enterprise, or nothing new. */
  @Nullable Site changedEnterprise() {
    return enterprise == null || enterprise.equals(before) ? null : enterprise;
  }

  /** Outlets that are new or would be other than they are. */
  List<Outlet> changedOutlets() {
    return outlets.values().stream()
        .filter(outlet -> !outlet.equals(known.get(outlet.code())))
        .toList();
  }

  List<NewLogger> newLoggers() {
    return List.copyOf(loggers.values());
  }
}
