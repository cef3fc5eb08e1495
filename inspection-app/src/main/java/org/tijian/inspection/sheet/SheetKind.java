package org.tijian.inspection.sheet;

import static org.tijian.inspection.sheet.Column.choice;
import static org.tijian.inspection.sheet.Column.flag;
import static org.tijian.inspection.sheet.Column.number;
import static org.tijian.inspection.sheet.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Attribute;
import org.tijian.inspection.monitoring.ProfileForm;

/** The four sheets of the workbook and their columns. */
enum SheetKind {
  ENTERPRISE("企业", "Enterprise", enterprise()),
  OUTLETS("排放口", "Outlets", outlets()),
  INSTRUMENTS("仪器", "Instruments", instruments()),
  LOGGERS("数采仪", "Loggers", loggers());

  /** Of the sheet of instruments and that of loggers: which outlet. */
  static final String OUTLET = "outlet";

  private final LocalName name;
  private final List<Column> columns;

  SheetKind(String zh, String en, List<Column> columns) {
    this.name = new LocalName(zh, en);
    this.columns = columns;
  }

  String title() {
    return name.zh() + " " + name.en();
  }

  List<Column> columns() {
    return columns;
  }

  Optional<Column> column(String head) {
    return columns.stream().filter(column -> column.isNamed(head)).findFirst();
  }

  boolean isNamed(String sheet) {
    String text = sheet.strip();
    return text.equalsIgnoreCase(title())
        || text.equals(name.zh())
        || text.equalsIgnoreCase(name.en());
  }

  private static List<Column> enterprise() {
    return List.of(
        text("name.zh", "企业名称（中文）", "Name in Chinese", "中文、英文至少填一个 / one of the two at least"),
        text("name.en", "企业名称（英文）", "Name in English", "可不填 / optional"),
        text("creditCode", "统一社会信用代码", "Unified social credit code", "18 位 / 18 characters"),
        choice("industry", "行业", "Industry", words(Attribute.INDUSTRY)),
        text("place.province", "省级行政区", "Province", "例如 辽宁省 / for example 辽宁省"),
        text("place.city", "市", "City", "例如 沈阳市 / for example 沈阳市"),
        text("place.district", "区县", "District", "可不填 / optional"),
        text("place.address", "详细地址", "Street address", "可不填 / optional"),
        number("at.longitude", "经度", "Longitude", "WGS-84，度，可不填 / degrees, optional"),
        number("at.latitude", "纬度", "Latitude", "WGS-84，度，可不填 / degrees, optional"),
        text("contact.name", "联系人", "Contact", ""),
        text("contact.phone", "联系电话", "Telephone", ""),
        text("contact.email", "电子邮箱", "E-mail", "可不填 / optional"));
  }

  private static List<Column> outlets() {
    List<Column> columns = new ArrayList<>();
    columns.add(text("code", "编号", "Code", "排污许可证上的编号，例如 DA001；编号相同即更新 / same code: changed"));
    columns.add(text("name.zh", "名称（中文）", "Name in Chinese", "中文、英文至少填一个 / one at least"));
    columns.add(text("name.en", "名称（英文）", "Name in English", "可不填 / optional"));
    columns.add(number("referenceOxygen", "基准氧含量（%）", "Reference oxygen (%)", "不折算则留空"));
    columns.add(number("sectionArea", "烟道截面积（m²）", "Section area (m²)", "可不填 / optional"));
    columns.add(number("fieldFactor", "速度场系数", "Field factor", "可不填 / optional"));
    for (Attribute attribute : ProfileForm.asked()) {
      LocalName name = attribute.meaning();
      columns.add(
          choice("profile.words." + attribute.key(), name.zh(), name.en(), words(attribute)));
    }
    columns.add(number("profile.capacity", "规模", "Capacity", "可不填 / optional"));
    columns.add(text("profile.capacityUnit", "规模单位", "Unit of capacity", "t/h 或 MW"));
    columns.add(number("profile.stackHeight", "排气筒高度（m）", "Stack height (m)", "可不填"));
    columns.add(text("profile.operator", "运维单位", "Operated by", "可不填 / optional"));
    columns.add(number("profile.at.longitude", "经度", "Longitude", "WGS-84，度 / degrees"));
    columns.add(number("profile.at.latitude", "纬度", "Latitude", "WGS-84，度 / degrees"));
    columns.add(number("profile.gasPerFuel", "单位燃料干烟气量（m³）", "Dry gas per fuel (m³)", "可不填"));
    return List.copyOf(columns);
  }

  private static List<Column> instruments() {
    return List.of(
        text(OUTLET, "排放口编号", "Outlet code", "排放口表里的编号 / a code of the sheet of outlets"),
        text("factor", "因子编码", "Factor code", "HJ 212，例如 a21002；一个因子一台 / one for a factor"),
        text("name.zh", "仪器名称（中文）", "Name in Chinese", "中文、英文至少填一个 / one at least"),
        text("name.en", "仪器名称（英文）", "Name in English", "可不填 / optional"),
        text("unit", "单位", "Unit", "例如 mg/m3"),
        number("fullScale", "满量程", "Full scale", "大于零 / above zero"),
        number("zeroGas", "零点气", "Zero gas", "不填为 0 / 0 if empty"),
        number("spanGas", "量程气", "Span gas", "没有则留空 / optional"),
        choice("design", "取样方式", "Design", designs()),
        flag("automaticCalibration", "自动校准", "Automatic calibration"),
        number("permitLimit", "许可限值", "Permit limit", "没有则留空 / optional"),
        text("plate.maker", "生产厂家", "Maker", "可不填 / optional"),
        text("plate.model", "型号", "Model", "可不填 / optional"),
        text("plate.serialNumber", "出厂编号", "Serial number", "可不填 / optional"),
        text("plate.certificate", "适用性检测报告编号", "Suitability report", "可不填 / optional"),
        number("plate.normalLow", "正常运行时最低", "Lowest in normal operation", "可不填"),
        number("plate.normalHigh", "正常运行时最高", "Highest in normal operation", "可不填"));
  }

  private static List<Column> loggers() {
    return List.of(
        text("mn", "MN", "MN", "1 至 32 位字母、数字、下划线、短横线"),
        text(OUTLET, "排放口编号", "Outlet code", "排放口表里的编号 / a code of the sheet of outlets"),
        text("password", "访问密码（PW）", "Access password (PW)", "新数采仪必填；导出时不含 / new ones only"));
  }

  private static Map<String, LocalName> words(Attribute attribute) {
    Map<String, LocalName> words = new LinkedHashMap<>();
    attribute.words().forEach(word -> words.put(word, attribute.meaning(word)));
    return words;
  }

  private static Map<String, LocalName> designs() {
    Map<String, LocalName> words = new LinkedHashMap<>();
    words.put("EXTRACTIVE", new LocalName("抽取式", "extractive"));
    words.put("IN_SITU", new LocalName("直接测量式", "in situ"));
    words.put("DILUTION", new LocalName("稀释抽取式", "dilution"));
    words.put("NONE", new LocalName("非气体分析仪", "not a gas analyser"));
    return words;
  }
}
