/**
 * Who is monitored by what: sites, outlets, instruments, data loggers and their credentials. Knows
 * no reading and no person.
 */
@NamedInterface("site")
@NullMarked
package org.tijian.analytics.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
