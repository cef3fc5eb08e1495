/**
 * The report: frozen at the closing meeting, read by the enterprise alone once it is closed. Keeps
 * nothing itself; the report lies in the vault.
 */
@NullMarked
package org.tijian.inspection.report;

import org.jspecify.annotations.NullMarked;
