package org.tijian.analytics.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Beijing day of a logger's health card (数采仪健康卡).
 *
 * @param account received = stored + noted + duplicate + refused
 * @param refusals the refused frames by reason, most frequent first; they add up to the account's
 * @param notKept of the refused: frames of a logger that was not registered, counted only
 * @param defective arrivals with at least one defect, repeats included
 * @param resent arrivals that the logger marks as sent again ({@code RF=1})
 * @param fetched first copies, not so marked, that answer a command for history
 * @param sentLater first copies, neither marked nor fetched, that came after newer ones of the same
 *     kind and more than two periods (at least two minutes) after their own had ended
 * @param outOfOrder first copies, none of the above, that came after newer ones of the same kind;
 *     over MQTT only if the newer one came five seconds before, because the broker may swap what is
 *     on its way at the same time
 * @param latency end of the period to arrival, of live minute data; null without any
 * @param clock DataTime less arrival of live real-time data, positive if the logger's clock is
 *     ahead; the way takes time, so the largest value comes nearest. Null without any
 * @param transports how frames came, sorted
 */
public record LoggerDay(
    FrameLedger.Day account,
    List<RefusalCount> refusals,
    long notKept,
    long defective,
    long resent,
    long fetched,
    long sentLater,
    long outOfOrder,
    @Nullable Timing latency,
    @Nullable Timing clock,
    List<String> transports) {

  public LoggerDay {
    refusals = List.copyOf(refusals);
    transports = List.copyOf(transports);
  }

  /** Refused frames of one reason. */
  public record RefusalCount(String code, long frames) {}
}
