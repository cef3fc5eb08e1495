/**
 * Programmes (项目): what the office offers to whom and when. The conditions find the enterprises;
 * each is told why it fits. Knows what enterprises say of themselves, never what was found.
 */
@NullMarked
package org.tijian.inspection.programme;

import org.jspecify.annotations.NullMarked;
