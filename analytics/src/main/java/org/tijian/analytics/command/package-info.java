/**
 * Commands to data loggers (反控) and their journal: what was asked of whom, by whom, and what came
 * back. Knows the standard's exchange, not how a logger is reached.
 */
@NamedInterface("command")
@NullMarked
package org.tijian.analytics.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
