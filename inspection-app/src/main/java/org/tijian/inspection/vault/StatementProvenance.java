package org.tijian.inspection.vault;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a statement comes from. Only the last three are protected by the check-up. */
public enum StatementProvenance {
  /** The law asks for it to be reported; the check-up changes nothing about it. */
  ALREADY_REPORTED("already-reported"),
  OBSERVED_IN_VISIT("observed-in-visit"),
  EXPERT_OPINION("expert-opinion"),
  ENTERPRISE_PROVIDED("enterprise-provided");

  private final String word;

  StatementProvenance(String word) {
    this.word = word;
  }

  /** The word on the wire. */
  @JsonValue
  public String word() {
    return word;
  }
}
