package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/**
 * A visit from the first question to the last reason of its follow-up, in which everything that can
 * be said is said, each time in words that stand nowhere else.
 */
final class WholeVisit {
  private final CheckupWorld world;
  private final String mark;
  private final Account expert;

  /** Sealed under the key of the visit or of the enterprise's documents. */
  private final List<Needle> underKeys = new ArrayList<>();

  /** Sealed for each person who may read it. */
  private final List<Needle> forPersons = new ArrayList<>();

  private WholeVisit(CheckupWorld world, String mark) {
    this.world = world;
    this.mark = mark;
    this.expert = world.newExpert();
  }

  /**
   * @param mark in everything that is said
   */
  static WholeVisit walked(CheckupWorld world, String mark) {
    WholeVisit visit = new WholeVisit(world, mark);
    visit.beforeTheRequest();
    UUID id = world.inProgress(visit.expert);
    visit.prepare(id);
    List<String> texts = visit.look(id);
    visit.photograph(id);
    world.step(id, visit.expert, "close-meeting", "{}");
    visit.settleAtTheMeeting(id);
    world.step(id, world.director, "receive", "{}");
    assertThat(world.get(world.director, path(id, "report")).ok().body()).contains(texts);
    visit.followUp(id);
    return visit;
  }

  List<Needle> underKeys() {
    return List.copyOf(underKeys);
  }

  List<Needle> forPersons() {
    return List.copyOf(forPersons);
  }

  List<Needle> all() {
    List<Needle> all = new ArrayList<>(underKeys);
    all.addAll(forPersons);
    return all;
  }

  private String said(String what) {
    Needle needle = Needle.of("%s标识-%s-探头温度二十度".formatted(what, mark));
    underKeys.add(needle);
    return needle.name();
  }

  private String saidToPersons(String what) {
    Needle needle = Needle.of("%s标识-%s-怀疑系数有误".formatted(what, mark));
    forPersons.add(needle);
    return needle.name();
  }

  private void said(String what, byte[] file) {
    underKeys.add(Needle.of(what + " " + mark, Arrays.copyOfRange(file, 20_000, 20_032)));
  }

  /** A draft that is not sent, a question that waits for experts, a complaint with its answer. */
  private void beforeTheRequest() {
    String draft = id(world.post(world.director, "/api/drafts", "{}"));
    String content =
        """
        {"version": 1, "step": 4, "questions": "%s", "content": {"note": "%s", "plant": {"permit": "%s",
         "days": [{"kind": "shutdown", "from": "2026-12-02", "until": "2026-12-03", "note": "%s"}]}}}
        """
            .formatted(
                saidToPersons("草稿提问"),
                saidToPersons("草稿备注"),
                saidToPersons("草稿登高"),
                saidToPersons("草稿停产"));
    world.post(world.director, "/api/drafts/" + draft, content).ok();
    UUID waiting = world.accepted();
    world.post(world.director, path(waiting, "questions"), text(saidToPersons("企业提问"))).ok();
    String complaint = saidToPersons("投诉");
    world.post(world.director, "/api/complaints", text(complaint)).ok();
    world.post(world.gatekeeper, answerTo(complaint), text(saidToPersons("投诉答复"))).ok();
  }

  private String answerTo(String complaint) {
    for (JsonNode each : world.get(world.gatekeeper, "/api/complaints").ok().tree()) {
      if (each.path("text").asString().equals(complaint)) {
        return "/api/complaints/%s/answer".formatted(each.path("id").asString());
      }
    }
    throw new AssertionError("the complaint did not arrive");
  }

  private void prepare(UUID id) {
    byte[] pdf = pdf(mark);
    String title = said("资料名称");
    said("document", pdf);
    String described =
        "{\"kind\": \"other\", \"title\": \"%s\", \"number\": \"%s\", \"issuer\": \"%s\"}"
            .formatted(title, said("资料编号"), said("签发单位"));
    String document =
        id(
            world.send(
                world.director,
                file("/api/documents", pdf).header("Tijian-Document", base64(described))));
    world
        .post(world.director, path(id, "documents"), "{\"documentId\": \"%s\"}".formatted(document))
        .ok();
    assertThat(world.bytes(expert, path(id, "documents/" + document))).isEqualTo(pdf);
    assertThat(world.get(expert, path(id, "documents")).ok().body()).contains(title);
    askAndAnswer(id);
  }

  private void askAndAnswer(UUID id) {
    world.post(expert, path(id, "review/questions"), text(said("专家提问"))).ok();
    String asked =
        world
            .post(expert, path(id, "review/questions/send"), "{}")
            .ok()
            .tree()
            .at("/questions/0/id")
            .asString();
    String body = "{\"question\": \"%s\", \"text\": \"%s\"}".formatted(asked, said("企业答复"));
    world.post(world.director, path(id, "review/replies"), body).ok();
  }

  /** Returns what the report must hold. */
  private List<String> look(UUID id) {
    String note = said("回答");
    String title = said("建议题目");
    String text = said("建议正文");
    // How a report begins to tell of an answer, whatever the note.
    underKeys.add(
        Needle.of("\"itemId\":\"S06\",\"result\":\"suspected-problem\",\"note\":\"回答标识-" + mark));
    world
        .post(
            expert,
            path(id, "visit/answers"),
            CheckupWorld.answer("S06", "suspected-problem", note))
        .ok();
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice(title, text)).ok();
    world
        .post(expert, path(id, "visit/advice"), CheckupWorld.advice(said("第二条建议"), said("第二条正文")))
        .ok();
    return List.of(note, title, text);
  }

  private void photograph(UUID id) {
    byte[] photo = photo(mark);
    said("photo", photo);
    String photoId =
        id(world.send(expert, file(path(id, "visit/photos"), photo).header("Tijian-Item", "S06")));
    assertThat(world.bytes(world.director, path(id, "visit/photos/" + photoId))).isEqualTo(photo);
  }

  private void settleAtTheMeeting(UUID id) {
    world.post(expert, path(id, "follow-up/steps"), step(id, 1, "done", said("当场确认"))).ok();
  }

  private void followUp(UUID id) {
    // Far away, each in a year of its own: a date that stands nowhere else.
    String first = "20%d-03-17".formatted(40 + mark.length());
    String later = "20%d-04-19".formatted(60 + mark.length());
    underKeys.add(Needle.of(first));
    underKeys.add(Needle.of(later));
    say(id, "dissents", "\"text\": \"%s\"".formatted(said("不同意见")));
    say(id, "dates", "\"date\": \"%s\"".formatted(first));
    say(id, "dates", "\"date\": \"%s\", \"interim\": \"%s\"".formatted(later, said("临时措施")));
    steps(id);
    byte[] proof = photo(mark + " proof");
    said("proof", proof);
    world
        .send(
            world.director,
            file(path(id, "follow-up/files"), proof).header("Tijian-Item", advice(id, 0)))
        .ok();
    String items = world.get(world.director, path(id, "follow-up")).ok().body();
    underKeys.stream()
        .map(Needle::name)
        .filter(name -> name.matches("(不同意见|临时措施|责任人|关联|整改证明|关闭原因|重新打开).*"))
        .forEach(name -> assertThat(items).contains(name));
  }

  private void steps(UUID id) {
    String steps = path(id, "follow-up/steps");
    String link =
        step(id, 0, "link", "")
            .replace(
                "}",
                ", \"code\": \"%s\", \"outletId\": %d}".formatted(said("关联"), world.outlet.id()));
    List.of(
            step(id, 0, "owner", said("责任人")),
            link,
            step(id, 0, "proof", said("整改证明")),
            step(id, 0, "close", said("关闭原因")),
            step(id, 0, "reopen", said("重新打开")))
        .forEach(step -> world.post(world.director, steps, step).ok());
  }

  private void say(UUID id, String what, String words) {
    String body = "{\"adviceId\": \"%s\", %s}".formatted(advice(id, 0), words);
    world.post(world.director, path(id, "follow-up/" + what), body).ok();
  }

  private String step(UUID id, int advice, String action, String text) {
    return "{\"adviceId\": \"%s\", \"action\": \"%s\", \"text\": \"%s\"}"
        .formatted(advice(id, advice), action, text);
  }

  private String advice(UUID id, int index) {
    return world
        .get(world.director, path(id, "follow-up"))
        .ok()
        .tree()
        .path(index)
        .path("adviceId")
        .asString();
  }

  private static String id(CheckupWorld.Answer answer) {
    return answer.ok().tree().path("id").asString();
  }

  private static String text(String text) {
    return "{\"text\": \"%s\"}".formatted(text);
  }

  private static MockHttpServletRequestBuilder file(String path, byte[] content) {
    return post(path).contentType(MediaType.APPLICATION_OCTET_STREAM).content(content);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] pdf(String mark) {
    byte[] pdf = photo(mark + " pdf");
    byte[] first = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(first, 0, pdf, 0, first.length);
    return pdf;
  }

  private static byte[] photo(String mark) {
    byte[] photo = new byte[60_000];
    new Random(mark.hashCode()).nextBytes(photo);
    photo[0] = (byte) 0xFF;
    photo[1] = (byte) 0xD8;
    photo[2] = (byte) 0xFF;
    return photo;
  }
}
