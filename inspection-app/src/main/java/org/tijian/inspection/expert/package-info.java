/**
 * What experts can do, when they are there, and whom they may not be sent to. Knows organisations
 * by the names that people gave them, and nothing of what is found in a visit.
 */
@NullMarked
package org.tijian.inspection.expert;

import org.jspecify.annotations.NullMarked;
