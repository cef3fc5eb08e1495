package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.site.LocalName;

/**
 * A line of the journal on the wire, with the logger's answers in words.
 *
 * @param command CN of HJ 212
 */
record CommandView(
    long id,
    String mn,
    CommandKind kind,
    LocalName name,
    int command,
    Map<String, String> parameters,
    Command.Origin origin,
    String orderedBy,
    Instant orderedAt,
    Command.State state,
    int attempts,
    @Nullable Instant sentAt,
    @Nullable Integer qnRtn,
    @Nullable LocalName qnRtnMeaning,
    @Nullable Integer exeRtn,
    @Nullable LocalName exeRtnMeaning,
    int frames,
    Map<String, String> reply,
    @Nullable Instant endedAt) {}
