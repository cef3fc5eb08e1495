/**
 * Fetches what is missing (补采): looks for gaps and orders the history of loggers that are
 * connected, in small parts, so that live data come first. Knows the book of gaps and the journal
 * of commands, not how a command is sent.
 */
@NullMarked
package org.tijian.gateway.backfill;

import org.jspecify.annotations.NullMarked;
