/**
 * How rules are judged: one class per kind of rule, pure functions of readings. Knows no clock,
 * database, locale or framework; what and how much comes from the rule.
 */
@NullMarked
package org.tijian.analytics.check;

import org.jspecify.annotations.NullMarked;
