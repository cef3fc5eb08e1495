package org.tijian.inspection.expert;

import java.time.LocalDate;
import java.util.UUID;

/** Beijing days, both included, on which an expert is not there. */
public record Absence(UUID id, LocalDate firstDay, LocalDate lastDay) {}
