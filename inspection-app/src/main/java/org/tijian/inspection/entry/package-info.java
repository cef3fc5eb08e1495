/**
 * Coming through the gate of an enterprise (扫码入企): the entry slip and what stands behind its code,
 * who came and left when, and the list for entry-code systems. Knows nothing of what is found.
 */
@NullMarked
package org.tijian.inspection.entry;

import org.jspecify.annotations.NullMarked;
