package org.tijian.analytics.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the monitoring system (设备参数): what is filed and what the logger or the instrument
 * reports.
 *
 * @param name for example {@code slope}, {@code K}, {@code section-area}
 * @param factor the instrument; null for the outlet as a whole
 * @param filed the value on file
 * @param at when it was reported
 * @param reported the value then
 */
public record FiledParameter(
    String name, @Nullable String factor, String filed, Instant at, String reported) {}
