/**
 * Where an enterprise and its outlets are: points in WGS-84, checked and set. Knows the register
 * and no map service.
 */
@NullMarked
package org.tijian.inspection.place;

import org.jspecify.annotations.NullMarked;
