/**
 * Rules as data: the standards' requirements, read from YAML. Data says what and how much; Java
 * says how. Knows no reading.
 */
@NamedInterface("standard")
@NullMarked
package org.tijian.analytics.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
