package org.tijian.inspection.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * An item of the checklist on the wire, with its newest answer and all its photos.
 *
 * @param factors those that the outlets of the check-up measure
 * @param applies whether it speaks of the outlets of the check-up; those that do come first
 * @param because why, or why not
 */
public record ItemView(
    String id,
    String part,
    LocalName question,
    LocalName lookFor,
    LocalName commonProblem,
    LocalName remedy,
    @Nullable String clause,
    String provenance,
    List<String> factors,
    boolean applies,
    LocalName because,
    @Nullable AnswerView answer,
    List<PhotoView> photos) {}
