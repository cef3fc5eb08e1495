/**
 * Clock hours, each told from the minutes in it: what the checks and the screens need to know of
 * minutes once they are over. Data about readings; knows no rule and no verdict.
 */
@NamedInterface("digest")
@NullMarked
package org.tijian.analytics.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
