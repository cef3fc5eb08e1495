package org.tijian.analytics.finding;

import org.jspecify.annotations.Nullable;

/**
 * What the drift of an analyser is held against on a day, in per cent of full scale (%FS); null
 * where no rule in force speaks of it. The out-of-control limits are those beyond which the
 * instrument counts as out of control (失控).
 */
public record DriftLimits(
    @Nullable Double zero,
    @Nullable Double span,
    @Nullable Double zeroOutOfControl,
    @Nullable Double spanOutOfControl) {}
