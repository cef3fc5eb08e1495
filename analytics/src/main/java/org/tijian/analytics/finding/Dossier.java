package org.tijian.analytics.finding;

import java.util.List;

/**
 * What is known of an outlet beside its readings (资料): accounts of the line, log and papers, values
 * read side by side, settings. An empty list is "nobody gave any".
 */
public record Dossier(
    List<LinkDay> link,
    List<DatedRecord> records,
    List<SideBySide> sideBySide,
    List<FiledParameter> parameters) {

  /** Nothing beside the readings. */
  public static final Dossier EMPTY = new Dossier(List.of(), List.of(), List.of(), List.of());

  public Dossier {
    link = List.copyOf(link);
    records = List.copyOf(records);
    sideBySide = List.copyOf(sideBySide);
    parameters = List.copyOf(parameters);
  }
}
