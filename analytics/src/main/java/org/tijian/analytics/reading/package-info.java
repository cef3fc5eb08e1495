/**
 * What devices sent and measured, in the words of the standards: the language that the gateway and
 * the inspection app share. Knows values, periods, marks and frames; knows no rule, no verdict on a
 * site and no transport.
 */
@NamedInterface("reading")
@NullMarked
package org.tijian.analytics.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
