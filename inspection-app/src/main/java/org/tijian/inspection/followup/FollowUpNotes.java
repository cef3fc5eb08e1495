package org.tijian.inspection.followup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tijian.inspection.vault.SealedStatements;
import org.tijian.inspection.vault.Statement;
import org.tijian.inspection.visit.AdviceView;
import org.tijian.inspection.visit.VisitNotes;
import tools.jackson.databind.json.JsonMapper;

/** Puts the statements of a check-up together, item by item. */
@Component
class FollowUpNotes {
  private final SealedStatements statements;
  private final VisitNotes visits;
  private final JsonMapper json;

  FollowUpNotes(SealedStatements statements, VisitNotes visits, JsonMapper json) {
    this.statements = statements;
    this.visits = visits;
    this.json = json;
  }

  /** For callers that have passed the door of the vault. */
  Map<UUID, FollowUp> of(UUID checkupId) {
    List<Statement> said = statements.of(checkupId);
    List<AdviceView> advice =
        said.stream().filter(s -> s.kind() == Statement.Kind.ADVICE).map(visits::advice).toList();
    return FollowUp.of(advice, said.stream().flatMap(this::said).toList());
  }

  private Stream<FollowUp.ToAdvice> said(Statement statement) {
    String content = statement.content();
    return switch (statement.kind()) {
      case DISSENT ->
          Stream.of(json.readValue(content, Said.Dissent.class).at(statement.writtenAt()));
      case DATE -> Stream.of(json.readValue(content, Said.Date.class).at(statement.writtenAt()));
      case FOLLOW_UP ->
          Stream.of(json.readValue(content, Said.Step.class).at(statement.writtenAt()));
      default -> Stream.empty();
    };
  }
}
