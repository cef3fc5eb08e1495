/**
 * What a stack looks like and how instruments spoil it: a real series, noise that always answers
 * the same, and the shapes of faults. The emulator's loggers send it, the planted-fault set judges
 * it. Knows no frame, no rule and no verdict.
 */
@NamedInterface("shape")
@NullMarked
package org.tijian.analytics.shape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
