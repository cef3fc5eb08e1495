package org.tijian.inspection.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/** Writes entries for calendars, in the language of their reader. Times are UTC. */
@Component
class VisitCalendar {
  private static final LocalName SERVICE =
      new LocalName(
          "自愿申请的技术服务，不是行政检查。", "A technical service that was asked for, not an inspection.");

  private final String from;
  private final String pages;

  VisitCalendar(
      @Value("${tijian.mail.from}") String from, @Value("${tijian.mail.pages}") String pages) {
    this.from = from;
    this.pages = pages.replaceAll("/+$", "");
  }

  /**
   * What one person's mail carries.
   *
   * @param method {@code REQUEST} or {@code CANCEL}
   */
  String invitation(VisitEntry entry, String method, String address, String language, Instant now) {
    VEvent event = visit(entry, method.equals("CANCEL"), language, now);
    event.add(new Organizer(URI.create("mailto:" + from)));
    event.add(
        new Attendee(
            new ParameterList(List.of(PartStat.NEEDS_ACTION)), URI.create("mailto:" + address)));
    Calendar calendar = calendar(List.of(event));
    calendar.add((Property) new Method(method));
    return text(calendar);
  }

  /** A feed that a calendar program fetches. */
  String feed(List<VisitEntry> visits, List<Promised> promises, String language, Instant now) {
    List<VEvent> events =
        Stream.concat(
                visits.stream().map(v -> visit(v, v.cancelledAt() != null, language, now)),
                promises.stream().map(p -> promise(p, language, now)))
            .toList();
    Calendar calendar = calendar(events);
    String name = in(language, new LocalName("体检安排", "Check-ups"));
    calendar.add((Property) new XProperty("X-WR-CALNAME", name));
    calendar.add((Property) new XProperty("X-PUBLISHED-TTL", "PT1H"));
    return text(calendar);
  }

  private VEvent visit(VisitEntry entry, boolean cancelled, String language, Instant now) {
    LocalName title =
        new LocalName("体检入企服务 " + entry.number(), "Check-up visit %s".formatted(entry.number()));
    VEvent event = new VEvent(false);
    event.add(new DtStamp(now));
    event.add(new DtStart<>(entry.startsAt()));
    event.add(new DtEnd<>(entry.endsAt()));
    event.add(new Uid("visit-%s@tijian".formatted(entry.checkupId())));
    event.add(new Sequence(entry.sequence()));
    event.add(new Status(cancelled ? "CANCELLED" : "CONFIRMED"));
    event.add(new Summary(in(language, title)));
    event.add(new Location(in(language, entry.place())));
    event.add(new Description(in(language, SERVICE)));
    link(event, "/checkups/" + entry.checkupId());
    return event;
  }

  /** A moment, which takes no time of anybody's day. */
  private VEvent promise(Promised promise, String language, Instant now) {
    VEvent event = new VEvent(false);
    event.add(new DtStamp(now));
    event.add(new DtStart<>(promise.by()));
    event.add(new Uid(promise.uid() + "@tijian"));
    event.add(new Transp("TRANSPARENT"));
    event.add(new Summary(in(language, promise.title())));
    link(event, promise.path());
    return event;
  }

  private void link(VEvent event, String path) {
    if (!pages.isEmpty()) {
      event.add(new Url(URI.create(pages + path)));
    }
  }

  private static Calendar calendar(List<VEvent> events) {
    Calendar calendar = new Calendar();
    calendar.add((Property) new ProdId("-//Tijian//Check-ups//EN"));
    calendar.add((Property) ImmutableVersion.VERSION_2_0);
    calendar.add((Property) ImmutableCalScale.GREGORIAN);
    events.forEach(calendar::add);
    return calendar;
  }

  private static String text(Calendar calendar) {
    StringWriter out = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, out);
    } catch (IOException e) {
      throw new IllegalStateException("a string can always be written to", e);
    }
    return out.toString();
  }

  private static String in(String language, LocalName text) {
    return language.equals("en") ? text.en() : text.zh();
  }

  /**
   * A promised time.
   *
   * @param uid the same for ever
   */
  record Promised(String uid, LocalName title, Instant by, String path) {}
}
