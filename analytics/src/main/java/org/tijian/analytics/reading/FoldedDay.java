package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.pack.RowColumns;

/**
 * A row of {@code sample_day} with its row of {@code sample_block}.
 *
 * @param periods distinct times among the rows
 * @param layoutIds layouts of the rows, each once
 * @param hashes null if every row's hash can be computed from its values
 * @param factors packed columns by factor
 */
@SuppressWarnings("ArrayRecordComponent")
record FoldedDay(
    OutletDay day,
    int rows,
    int periods,
    Instant first,
    Instant last,
    List<Integer> layoutIds,
    RowColumns.Packed columns,
    byte @Nullable [] hashes,
    SortedMap<String, byte[]> factors) {}
