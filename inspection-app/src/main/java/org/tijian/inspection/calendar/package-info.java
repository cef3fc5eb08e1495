/**
 * Visits and promised times for the calendars of people (RFC 5545, 5546). Numbers, places and
 * times; nothing of what was found.
 */
@NullMarked
package org.tijian.inspection.calendar;

import org.jspecify.annotations.NullMarked;
