package org.tijian.inspection.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.JsonNode;

/** Registering by workbook: preview, all or nothing, and what a file may not do. */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetTests {
  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private SheetDesk desk;
  private int number;

  private Account director() {
    number++;
    long site = register.addSite(new LocalName("表格厂", "Sheet plant"), SiteProfile.NONE).id();
    return world.account("sheet-" + number, Role.DIRECTOR, site);
  }

  /** A row is a map from the Chinese title of a column to its text. */
  private static byte[] workbook(Map<SheetKind, List<Map<String, String>>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (SheetKind kind : SheetKind.values()) {
        Worksheet sheet = workbook.newWorksheet(kind.title());
        for (int c = 0; c < kind.columns().size(); c++) {
          Column column = kind.columns().get(c);
          sheet.value(0, c, column.head());
          int r = 2;
          for (Map<String, String> row : rows.getOrDefault(kind, List.of())) {
            String text = row.get(column.title().zh());
            if (text != null && text.startsWith("formula:")) {
              sheet.formula(r, c, text.substring(8));
            } else if (text != null) {
              sheet.value(r, c, text);
            }
            r++;
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static final Map<String, String> ENTERPRISE =
      Map.of(
          "企业名称（中文）",
          "表格热电厂",
          "行业",
          "供热",
          "省级行政区",
          "辽宁省",
          "市",
          "沈阳市",
          "联系人",
          "负责人",
          "联系电话",
          "024-12345678");
  private static final Map<String, String> OUTLET =
      Map.of("编号", "DA007", "名称（中文）", "7号炉", "燃料", "coal", "规模", "35", "规模单位", "t/h");
  private static final Map<String, String> INSTRUMENT =
      Map.of(
          "排放口编号",
          "DA007",
          "因子编码",
          "a21026",
          "仪器名称（中文）",
          "二氧化硫仪",
          "单位",
          "mg/m3",
          "满量程",
          "200",
          "取样方式",
          "抽取式",
          "自动校准",
          "是",
          "出厂编号",
          "SN-7");

  private static Map<SheetKind, List<Map<String, String>>> whole(String mn) {
    return Map.of(
        SheetKind.OUTLETS,
        List.of(OUTLET),
        SheetKind.INSTRUMENTS,
        List.of(INSTRUMENT),
        SheetKind.LOGGERS,
        List.of(Map.of("MN", mn, "排放口编号", "DA007", "访问密码（PW）", "123456")));
  }

  private JsonNode send(Account director, String what, byte[] file) {
    return answer(director, what, file).ok().tree();
  }

  private CheckupWorld.Answer answer(Account director, String what, byte[] file) {
    return world.send(
        director,
        MockMvcRequestBuilders.post("/api/sheet/" + what)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .content(file));
  }

  @Test
  void aWorkbookIsShownFirstAndStoredWhole() {
    Account director = director();
    byte[] file = workbook(whole("99990000SHEET1"));
    long site = director.siteId();

    assertThat(states(send(director, "preview", file))).containsExactly("NEW", "NEW", "NEW");
    assertThat(register.outlets(site)).isEmpty();

    send(director, "import", file);

    Outlet outlet = register.outlets(site).get(0);
    assertThat(outlet.profile().words()).containsEntry("fuel", "coal");
    assertThat(outlet.profile().plate("a21026").serialNumber()).isEqualTo("SN-7");
    assertThat(outlet.instruments()).hasSize(1);
    assertThat(register.device("99990000SHEET1")).isPresent();
    assertThat(states(send(director, "preview", file)))
        .containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
  }

  private static List<String> states(JsonNode plan) {
    assertThat(plan.path("mistakes")).isEmpty();
    return plan.path("items").valueStream().map(item -> item.path("state").asString()).toList();
  }

  @Test
  void whatIsExportedIsUnchangedWhenItComesBack() {
    Account director = director();
    send(director, "import", workbook(whole("99990000SHEET2")));

    SheetPlan plan = desk.plan(director.siteId(), desk.export(director.siteId()));

    assertThat(plan.items())
        .filteredOn(item -> !item.sheet().startsWith("企业"))
        .hasSize(3)
        .allMatch(item -> item.state() == SheetPlan.State.UNCHANGED);
  }

  @Test
  void oneMistakeAndNothingIsStored() {
    Account director = director();
    byte[] file =
        workbook(
            Map.of(
                SheetKind.ENTERPRISE,
                List.of(ENTERPRISE),
                SheetKind.OUTLETS,
                List.of(OUTLET, Map.of("编号", "DA008", "名称（中文）", "8号炉", "规模", "很大"))));

    JsonNode mistake = send(director, "preview", file).path("mistakes").path(0);
    assertThat(mistake.path("sheet").asString()).isEqualTo("企业 Enterprise");
    assertThat(mistake.path("column").asString()).contains("统一社会信用代码");
    JsonNode second = send(director, "preview", file).path("mistakes").path(1);
    assertThat(second.path("row").asInt()).isEqualTo(4);
    assertThat(second.path("column").asString()).contains("规模");
    assertThat(second.path("expected").path("zh").asString()).contains("应为数字", "很大");

    assertThat(answer(director, "import", file).code()).isEqualTo("sheet-has-mistakes");
    assertThat(register.outlets(director.siteId())).isEmpty();
  }

  @Test
  void aLoggerThatIsTakenAtTheLastMomentTakesTheRestBackWithIt() {
    Account director = director();
    Account other = director();
    byte[] file = workbook(whole("99990000SHEET3"));
    SheetPlan plan = desk.plan(director.siteId(), file);
    send(other, "import", file);

    assertThat(plan.mistakes()).isEmpty();
    assertThat(answer(director, "import", file).status()).isEqualTo(409);
    assertThat(register.outlets(director.siteId())).isEmpty();
  }

  @Test
  void textsThatLookLikeFormulasStayTexts() throws IOException {
    Account director = director();
    Map<String, String> outlet = Map.of("编号", "DA009", "名称（中文）", "=1+1", "运维单位", "@SUM(A1)");
    send(director, "import", workbook(Map.of(SheetKind.OUTLETS, List.of(outlet))));

    byte[] exported = desk.export(director.siteId());

    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(exported))) {
      Row row = read.findSheet(SheetKind.OUTLETS.title()).orElseThrow().read().get(2);
      assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(1).getText()).isEqualTo("=1+1");
      assertThat(row.stream().filter(c -> c != null && c.getType() == CellType.FORMULA)).isEmpty();
    }
  }

  @Test
  void aFormulaInAFileIsAMistake() {
    Map<String, String> outlet = Map.of("编号", "DA010", "名称（中文）", "formula:1+1");

    SheetPlan plan =
        desk.plan(director().siteId(), workbook(Map.of(SheetKind.OUTLETS, List.of(outlet))));

    assertThat(plan.mistakes()).anyMatch(m -> m.row() == 3 && m.expected().zh().contains("公式"));
  }

  @Test
  void theTemplateItselfChangesNothing() {
    SheetPlan plan = desk.plan(director().siteId(), desk.template());

    assertThat(plan.items()).isEmpty();
    assertThat(plan.mistakes()).isEmpty();
  }

  @Test
  void aSmallFileThatUnpacksToALargeOneIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 30; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThat(out.size()).isLessThan(100_000);
    assertThatThrownBy(() -> WorkbookReader.read(out.toByteArray()))
        .isInstanceOfSatisfying(
            RefusedRequest.class,
            e -> assertThat(e.problem().message().en()).contains("holds too much"));
  }

  @Test
  void aFileAboveTheLimitIsRefusedInTheWordsOfEveryUpload() {
    Account director = director();
    int limit = SheetController.LIMIT.bytes();

    assertThat(answer(director, "preview", new byte[limit]).status()).isEqualTo(400);
    for (String what : List.of("preview", "import")) {
      CheckupWorld.Answer tooLarge = answer(director, what, new byte[limit + 1]);
      assertThat(tooLarge.status()).isEqualTo(413);
      assertThat(tooLarge.body()).contains("too-large", "工作簿过大", "2,097,153", "2,097,152");
    }
  }

  @Test
  void whatIsNoWorkbookIsRefused() {
    assertThatThrownBy(
            () -> WorkbookReader.read("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedRequest.class);
  }
}
