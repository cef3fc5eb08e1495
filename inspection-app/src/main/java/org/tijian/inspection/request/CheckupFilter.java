package org.tijian.inspection.request;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Which check-ups of those that an account may see, and in which order.
 *
 * @param states empty for all
 * @param owner whose turn it is, as on the wire; null for anybody's
 * @param late only those whose promise has passed
 * @param number begins so; null for all
 * @param after the last one of the page before; null for the first page
 * @param limit how many at most
 */
public record CheckupFilter(
    List<CheckupState> states,
    @Nullable String owner,
    boolean late,
    @Nullable String number,
    Order order,
    @Nullable UUID after,
    int limit) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  public CheckupFilter {
    states = List.copyOf(states);
  }

  /** In which order. */
  public enum Order {
    /** The newest request first. */
    NEWEST,
    /** What is promised soonest first: what is late comes before everything else. */
    DUE
  }

  /** The first check-ups of some states. */
  public static CheckupFilter of(List<CheckupState> states, Order order, int limit) {
    return new CheckupFilter(states, null, false, null, order, null, limit);
  }

  /**
   * As it was asked for.
   *
   * @throws RefusedRequest 400 for a word that is none
   */
  static CheckupFilter asked(
      @Nullable List<String> states,
      @Nullable String owner,
      boolean late,
      @Nullable String number,
      @Nullable String order,
      @Nullable UUID after,
      @Nullable Integer limit) {
    return new CheckupFilter(
        states == null ? List.of() : states.stream().map(CheckupFilter::state).toList(),
        owner,
        late,
        number == null || number.isBlank() ? null : number.strip().toUpperCase(Locale.ROOT),
        order(order),
        after,
        limit == null ? USUAL : Math.max(1, Math.min(MOST, limit)));
  }

  private static CheckupState state(String word) {
    for (CheckupState state : CheckupState.values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    throw RefusedRequest.invalid("state", new LocalName("没有这个状态。", "There is no such state."));
  }

  private static Order order(@Nullable String word) {
    if (word == null || word.equals("newest")) {
      return Order.NEWEST;
    }
    if (word.equals("due")) {
      return Order.DUE;
    }
    throw RefusedRequest.invalid("order", new LocalName("没有这种排序。", "There is no such order."));
  }
}
