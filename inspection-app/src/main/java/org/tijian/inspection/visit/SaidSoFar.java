package org.tijian.inspection.visit;

import java.util.List;

/** The checklist with its newest answers, and all advice, oldest first. */
public record SaidSoFar(List<ItemView> items, List<AdviceView> advice) {}
