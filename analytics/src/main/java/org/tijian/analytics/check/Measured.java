package org.tijian.analytics.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.Quantity;

/**
 * What data answer to an item of the checklist, with its working.
 *
 * @param found in the unit of the item's limit or of its alternative; 1 or 0 for yes or no
 * @param readings how many readings, pairs or lines it rests on
 * @param at the moment it speaks of, or null
 */
record Measured(
    String formula,
    List<Step> inputs,
    List<Step> steps,
    Quantity found,
    int readings,
    @Nullable Instant at) {}
