/**
 * The closed list of exceptions (rule 5): a visit that is stopped because of danger, and the gate
 * of two gatekeepers for what may lie outside the programme. Keeps who said what when and never
 * what was seen; forwards nothing to anybody.
 */
@NullMarked
package org.tijian.inspection.gate;

import org.jspecify.annotations.NullMarked;
