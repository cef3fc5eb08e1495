package org.tijian.inspection.gate;

/** A step at the gate. */
public enum GateEvent {
  /** The expert stopped because of danger and told the enterprise. */
  DANGER_RAISED,
  /** The enterprise said that it acted on the danger. */
  ACTED,
  /** The expert paused for what may lie outside the programme. */
  EXCEPTION_RAISED,
  /** The enterprise said that it was heard. */
  HEARD,
  /** One gatekeeper voted. */
  VOTED,
  /** The visit goes on: the danger is over, or the exception does not apply. */
  RESUMED,
  /** Two gatekeepers ended the visit; what exists is sealed. */
  EXCLUDED
}
