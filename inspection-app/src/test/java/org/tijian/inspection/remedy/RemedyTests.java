package org.tijian.inspection.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From an expert's words to the book: what may stand in it, and who decides. */
@CheckupServer
class RemedyTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private JsonMapper json;

  @Test
  void itIsPublicOnceASecondPersonHasReadIt() {
    String id = propose(form("伴热管线冷凝", "在采样管线低点加装排水阀")).ok().tree().path("id").asString();
    assertThat(titles("冷凝")).isEmpty();

    assertThat(decide(world.expert, id).code()).isEqualTo("not-yours-to-decide");
    assertThat(decide(world.director, id).status()).isEqualTo(403);
    decide(world.otherExpert, id).ok();
    assertThat(decide(world.office, id).code()).isEqualTo("not-yours-to-decide");

    assertThat(titles("冷凝")).containsExactly("伴热管线冷凝");
    assertThat(rows("select proposed_by from remedy where id = '%s'::uuid".formatted(id)))
        .containsOnlyNulls();
    assertThat(
            rows("select extract(day from month) from remedy where id = '%s'::uuid".formatted(id)))
        .hasToString("[1]");
  }

  @Test
  void noColumnLeadsBackToACheckup() {
    assertThat(
            rows("select column_name from information_schema.columns where table_name = 'remedy'"))
        .hasSizeGreaterThan(10)
        .doesNotContain("checkup_id", "site_id", "at", "proposed_at");
  }

  @Test
  void aNameOfTheEnterpriseIsRefusedAndNumbersArePointedOut() {
    UUID id = visit();

    JsonNode found = look(id, "示例电厂DA001", "2026年3月在滨江工业园，电话 0123-45678901，张师傅处理");

    assertThat(found.toString())
        .contains("\"name\"", "DA001", "\"date\"", "\"place\"", "\"number\"", "\"person\"");
    assertThat(propose(id, form("示例电厂DA001 的做法", "更换")).code()).isEqualTo("names-somebody");
    assertThat(propose(id, form("量程", "把量程从 12345 改小")).code()).isEqualTo("look-first");
    propose(id, form("量程", "把量程从 12345 改小").put("looked", true)).ok();
    assertThat(look(id, "滤芯", "每月更换一次")).isEmpty();
  }

  @Test
  void isFoundByChineseAndByEnglishWordsByCodeAndByKind() {
    ObjectNode form =
        form("零点漂移偏大", "检查零气纯度后重新校准")
            .put("titleEn", "Zero drift too large")
            .put("textEn", "Check the purity of the zero gas and calibrate again")
            .put("code", "hj75-2017.zero-drift.gas:a21002");
    decide(world.office, propose(form).ok().tree().path("id").asString()).ok();

    assertThat(titles("零气纯度")).containsExactly("零点漂移偏大");
    assertThat(titles("零气 校准")).containsExactly("零点漂移偏大");
    assertThat(titles("零气流量")).isEmpty();
    assertThat(titles("calibrating the gas")).containsExactly("零点漂移偏大");
    assertThat(titles("purity flow")).isEmpty();
    assertThat(search("{\"code\": \"hj75-2017.zero-drift.gas:a21026\"}").size()).isOne();
    assertThat(search("{\"text\": \"零点\", \"instrument\": \"dust\"}").size()).isZero();
    assertThat(world.get(world.director, "/api/remedies/codes").ok().body())
        .contains("hj75-2017.zero-drift.gas");
  }

  @Test
  void theOfficeTakesOneBack() {
    String id = propose(form("压缩空气含水", "加装冷干机")).ok().tree().path("id").asString();
    decide(world.office, id).ok();

    assertThat(world.post(world.otherExpert, "/api/remedies/" + id + "/withdraw", "{}").status())
        .isEqualTo(403);
    world.post(world.office, "/api/remedies/" + id + "/withdraw", "{}").ok();

    assertThat(titles("压缩空气")).isEmpty();
  }

  @Test
  void pagesByPosition() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      String id = propose(form("翻页经验" + i, "正文")).ok().tree().path("id").asString();
      decide(world.office, id).ok();
    }
    JsonNode first = search("{\"text\": \"翻页经验\"}");
    first.forEach(each -> all.add(each.path("id").asString()));
    long last = first.path(first.size() - 1).path("position").asLong();
    search("{\"text\": \"翻页经验\", \"before\": %d}".formatted(last))
        .forEach(each -> all.add(each.path("id").asString()));

    assertThat(first.size()).isEqualTo(20);
    assertThat(all).hasSize(23).doesNotHaveDuplicates();
  }

  @Test
  void onlyTheExpertOfTheVisitReleasesAndTheEnterpriseLearnsOfIt() {
    UUID id = visit();
    for (Account other :
        new Account[] {world.director, world.otherExpert, world.office, world.gatekeeper}) {
      assertThat(world.post(other, path(id), form("题目", "正文").toString()).status())
          .as(other.username())
          .isEqualTo(403);
    }

    propose(id, form("题目", "正文")).ok();

    assertThat(world.get(world.director, CheckupWorld.path(id, "access")).ok().body())
        .contains("\"exported\"", "\"remedy\"");
  }

  private UUID visit() {
    return world.inProgress(world.expert);
  }

  private ObjectNode form(String title, String text) {
    return json.createObjectNode()
        .put("topic", "sampling")
        .put("instrument", "gas")
        .put("titleZh", title)
        .put("textZh", text);
  }

  private CheckupWorld.Answer propose(ObjectNode form) {
    return propose(visit(), form);
  }

  private CheckupWorld.Answer propose(UUID id, ObjectNode form) {
    return world.post(world.expert, path(id), form.toString());
  }

  private JsonNode look(UUID id, String title, String text) {
    return world.post(world.expert, path(id) + "/look", form(title, text).toString()).ok().tree();
  }

  private CheckupWorld.Answer decide(Account account, String id) {
    return world.post(account, "/api/remedies/" + id + "/decide", "{\"publish\": true}");
  }

  private List<String> titles(String text) {
    List<String> titles = new ArrayList<>();
    search(json.createObjectNode().put("text", text).toString())
        .forEach(each -> titles.add(each.path("text").path("titleZh").asString()));
    return titles;
  }

  private JsonNode search(String body) {
    return world.post(world.director, "/api/remedies/search", body).ok().tree();
  }

  private List<Object> rows(String sql) {
    return vault.jdbc().sql(sql).query().singleColumn();
  }

  private static String path(UUID id) {
    return CheckupWorld.path(id, "remedies");
  }
}
