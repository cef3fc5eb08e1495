package org.tijian.inspection.matching;

import java.util.UUID;

/** A skill that somebody in the team of a visit must have. */
public record Need(UUID visitId, String skill) {}
