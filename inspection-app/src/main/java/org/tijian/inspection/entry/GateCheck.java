package org.tijian.inspection.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.request.Appointment;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;

/**
 * What a guard at the gate is told who holds a slip and has no account: whether it holds today, and
 * what the slip itself says. Of a slip that does not hold any more, nothing.
 */
@Service
class GateCheck {
  private final CheckupDesk checkups;
  private final EntryDesk desk;
  private final EntryKey key;
  private final Clock clock;

  GateCheck(CheckupDesk checkups, EntryDesk desk, EntryKey key, Clock clock) {
    this.checkups = checkups;
    this.desk = desk;
    this.key = key;
    this.clock = clock;
  }

  Told check(String token) {
    return EntryKey.visitOf(token)
        .flatMap(checkups::find)
        .filter(checkup -> !EntryDesk.isCalledOff(checkup.state()))
        .filter(checkup -> holds(token, checkup))
        .map(this::told)
        .orElse(Told.VOID);
  }

  private boolean holds(String token, Checkup checkup) {
    Appointment appointment = checkup.appointment();
    return appointment != null && key.isOf(token, checkup.id(), appointment);
  }

  private Told told(Checkup checkup) {
    Slip slip = desk.slip(checkup);
    LocalDate today = BeijingTime.dateOf(clock.instant());
    boolean isToday =
        !today.isBefore(BeijingTime.dateOf(slip.plannedFrom()))
            && !today.isAfter(BeijingTime.dateOf(slip.plannedUntil()));
    return new Told(
        isToday ? State.VALID : State.NOT_TODAY,
        slip.type(),
        Stream.concat(Stream.of(slip.number()), slip.joined().stream())
            .collect(Collectors.joining(" + ")),
        slip.enterprise(),
        slip.organiser(),
        slip.persons().stream().map(Slip.Visitor::name).toList(),
        slip.plannedFrom(),
        slip.plannedUntil());
  }

  /** Whether a slip holds. */
  enum State {
    VALID,
    /** It is genuine, and for another day. */
    NOT_TODAY,
    /** Called off, rearranged, or never ours. */
    VOID;

    /** The word on the wire. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** For the page behind the code. */
  record Told(
      State state,
      @Nullable String type,
      @Nullable String number,
      @Nullable LocalName enterprise,
      @Nullable LocalName organiser,
      List<LocalName> persons,
      @Nullable Instant plannedFrom,
      @Nullable Instant plannedUntil) {
    static final Told VOID = new Told(State.VOID, null, null, null, null, List.of(), null, null);

    Told {
      persons = List.copyOf(persons);
    }
  }
}
