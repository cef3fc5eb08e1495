/**
 * The people of the programme office: who they are, who of them is the head, and how the head
 * brings one more in. Knows no check-up.
 */
@NullMarked
package org.tijian.inspection.office;

import org.jspecify.annotations.NullMarked;
