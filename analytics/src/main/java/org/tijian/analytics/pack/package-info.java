/**
 * Columns of numbers, times and marks packed into few bytes and unpacked exactly. Knows arrays and
 * bytes; knows no table, no outlet and no standard. The same bytes are unpacked by SQL functions
 * (migration V6), so a change of the format needs a new format number there and here.
 */
@NullMarked
package org.tijian.analytics.pack;

import org.jspecify.annotations.NullMarked;
