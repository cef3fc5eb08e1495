package org.tijian.inspection.statistics;

/**
 * One answer of one check-up as a code. Bears no name, place, number, text or day.
 *
 * @param quarter such as {@code 2026Q4}
 * @param enterprise stands for the enterprise within the quarter and cannot be turned back without
 *     the platform's key; serves to count enterprises
 * @param item of the checklist
 * @param result as on the wire
 * @param monitor kind of monitoring, such as {@code flue-gas}
 */
record Coded(
    String quarter,
    String enterprise,
    String item,
    String result,
    Profile profile,
    String monitor) {}
