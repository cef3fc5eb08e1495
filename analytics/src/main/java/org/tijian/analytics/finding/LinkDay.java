package org.tijian.analytics.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the line between a data logger and the platform on a Beijing day (联网日账). Null is
 * "nobody counted", never zero.
 *
 * @param due minute data that the day should have brought, at most 1,440
 * @param arrived of these, how many arrived by themselves; what was fetched later does not count
 * @param messages messages that arrived, repeats included
 * @param defective of these, refused ones and ones that depart from HJ 212 in structure or CRC
 * @param drops breaks of the minute data that began on the day
 * @param longestDropMinutes how long the longest of them lasted
 * @param latencySeconds end of the period to arrival, mean
 * @param clockSeconds logger's clock less the platform's, positive if the logger is ahead
 * @param enciphered whether every message came enciphered
 */
public record LinkDay(
    LocalDate day,
    @Nullable Long due,
    @Nullable Long arrived,
    @Nullable Long messages,
    @Nullable Long defective,
    @Nullable Long drops,
    @Nullable Double longestDropMinutes,
    @Nullable Double latencySeconds,
    @Nullable Double clockSeconds,
    @Nullable Boolean enciphered) {}
