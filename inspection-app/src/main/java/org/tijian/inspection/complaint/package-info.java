/**
 * Complaints of enterprises (T-44): one button, to the gatekeepers, answered within the time of the
 * rules. Sealed for the gatekeepers and the enterprise's directors one by one; the office and the
 * experts never see that there is one.
 */
@NullMarked
package org.tijian.inspection.complaint;

import org.jspecify.annotations.NullMarked;
