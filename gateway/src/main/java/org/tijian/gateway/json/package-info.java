/**
 * Periods written as JSON, for loggers and programs that speak no HJ 212: one period a message, by
 * a published schema. Knows no transport.
 */
@NullMarked
package org.tijian.gateway.json;

import org.jspecify.annotations.NullMarked;
