/**
 * What each expert promises for a visit before anything of it opens (T-42): no conflict of
 * interest, a service and not an inspection, confidentiality. Keeps the texts to the letter and who
 * signed which of them when. Knows no finding.
 */
@NullMarked
package org.tijian.inspection.pledge;

import org.jspecify.annotations.NullMarked;
