package org.tijian.inspection.remedy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A remedy in the book.
 *
 * @param position for paging
 * @param state {@code proposed}, {@code published}, {@code declined} or {@code withdrawn}
 * @param month in which it was published; null before
 * @param mine whether the reader proposed it, and so does not decide on it
 */
record Remedy(
    UUID id,
    long position,
    String state,
    RemedyText text,
    @Nullable LocalDate month,
    boolean mine) {}
