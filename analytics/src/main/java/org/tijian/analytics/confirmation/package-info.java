/**
 * Who looked up which rule in the bought standard, and when (确认): data beside the packs. Knows
 * rules by their ids; knows no account beyond its name and judges nothing.
 */
@NamedInterface("confirmation")
@NullMarked
package org.tijian.analytics.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
