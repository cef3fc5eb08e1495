package org.tijian.inspection.request;

import java.time.Instant;
import java.util.UUID;

/** Who comes when. */
public record Appointment(UUID expertId, Instant startsAt, Instant endsAt) {}
