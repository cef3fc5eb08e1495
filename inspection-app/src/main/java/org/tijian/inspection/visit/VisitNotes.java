package org.tijian.inspection.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.vault.SealedReports;
import org.tijian.inspection.vault.SealedStatements;
import org.tijian.inspection.vault.Statement;
import tools.jackson.databind.json.JsonMapper;

/** Puts the statements of a visit together: the newest answer of each item, and all advice. */
@Component
public class VisitNotes {
  private final Checklist checklist;
  private final SealedStatements statements;
  private final SealedReports reports;
  private final Photos photos;
  private final SiteRegister register;
  private final JsonMapper json;

  VisitNotes(
      Checklist checklist,
      SealedStatements statements,
      SealedReports reports,
      Photos photos,
      SiteRegister register,
      JsonMapper json) {
    this.checklist = checklist;
    this.statements = statements;
    this.reports = reports;
    this.photos = photos;
    this.register = register;
    this.json = json;
  }

  /**
   * For callers that have passed the door of the vault.
   *
   * @throws org.tijian.inspection.web.RefusedRequest 410 if it was deleted: an empty checklist
   *     would say that nothing was answered
   */
  SaidSoFar standing(Checkup checkup) {
    if (checkup.state() == CheckupState.CLOSED) {
      reports.get(checkup.id());
    }
    return of(checkup);
  }

  /** For the closing meeting, whose report is being made. */
  public SaidSoFar of(Checkup checkup) {
    List<Statement> said = statements.of(checkup.id());
    Map<String, List<PhotoView>> photos =
        this.photos.of(checkup.id()).stream().collect(Collectors.groupingBy(PhotoView::itemId));
    Map<String, AnswerView> answers = newestAnswers(said);
    List<Outlet> outlets = outlets(checkup);
    return new SaidSoFar(
        checklist.items().stream()
            .map(item -> view(item, outlets, answers, photos))
            .sorted(VisitNotes::applicableFirst)
            .toList(),
        said.stream().filter(s -> s.kind() == Statement.Kind.ADVICE).map(this::advice).toList());
  }

  AnswerView answer(Statement statement) {
    Said.Answer said = json.readValue(statement.content(), Said.Answer.class);
    return new AnswerView(
        said.itemId(),
        said.result(),
        said.note(),
        statement.writtenAt(),
        said.by(),
        said.provenance());
  }

  /** What a statement of advice says. */
  public AdviceView advice(Statement statement) {
    Said.Advice said = json.readValue(statement.content(), Said.Advice.class);
    return new AdviceView(
        statement.id(),
        said.title(),
        said.text(),
        said.itemId(),
        said.code(),
        said.outletId(),
        statement.writtenAt(),
        said.by(),
        said.provenance());
  }

  private Map<String, AnswerView> newestAnswers(List<Statement> said) {
    Map<String, AnswerView> newest = new HashMap<>();
    said.stream()
        .filter(statement -> statement.kind() == Statement.Kind.ANSWER)
        .map(this::answer)
        .forEach(answer -> newest.put(answer.itemId(), answer));
    return newest;
  }

  /** Within a part; the parts stay as they are. */
  private static int applicableFirst(ItemView one, ItemView other) {
    return one.part().equals(other.part()) ? Boolean.compare(other.applies(), one.applies()) : 0;
  }

  private List<Outlet> outlets(Checkup checkup) {
    return checkup.scope().outletIds().stream()
        .map(register::outlet)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Set<String> measured(List<Outlet> outlets) {
    return outlets.stream()
        .flatMap(outlet -> outlet.instruments().stream())
        .map(Instrument::factor)
        .collect(Collectors.toSet());
  }

  private static ItemView view(
      ChecklistItem item,
      List<Outlet> outlets,
      Map<String, AnswerView> answers,
      Map<String, List<PhotoView>> photos) {
    Set<String> measured = measured(outlets);
    ItemFit.Reason reason = item.fit().of(outlets);
    return new ItemView(
        item.id(),
        item.part().word(),
        item.question(),
        item.lookFor(),
        item.commonProblem(),
        item.remedy(),
        item.clause(),
        item.provenanceWord(),
        item.factors().stream().filter(measured::contains).toList(),
        reason.applies(),
        reason.because(),
        answers.get(item.id()),
        photos.getOrDefault(item.id(), List.of()));
  }
}
