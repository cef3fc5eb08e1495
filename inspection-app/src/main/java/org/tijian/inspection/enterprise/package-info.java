/**
 * Enterprises: how one registers itself, what it says of itself, and the office's list of names and
 * places. Knows no reading and no finding.
 */
@NullMarked
package org.tijian.inspection.enterprise;

import org.jspecify.annotations.NullMarked;
