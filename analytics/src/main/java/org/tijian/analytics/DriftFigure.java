package org.tijian.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.Instrument;

/** Zero and span drift of an instrument over time as SVG, with the limits it is held against. */
final class DriftFigure {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 240;
  private static final int EDGE = 40;

  private final List<DriftPoint> points;
  private final Instant from;
  private final Instant until;
  private final double top;
  private final StringBuilder svg = new StringBuilder();

  private DriftFigure(List<DriftPoint> points, Instant from, Instant until, double top) {
    this.points = points;
    this.from = from;
    this.until = until;
    this.top = top;
  }

  /** Empty if the instrument was not checked with gas. */
  static Optional<String> of(Checked checked, Instrument instrument, boolean english) {
    List<DriftPoint> points = checked.material().driftPoints(instrument);
    if (points.isEmpty()) {
      return Optional.empty();
    }
    List<Double> limits = limits(checked.findings(), instrument.factor());
    double furthest =
        points.stream().mapToDouble(p -> Math.abs(p.driftPercent())).max().getAsDouble();
    double top = Math.max(furthest, limits.stream().mapToDouble(l -> l).max().orElse(0)) * 1.1;
    DriftFigure figure =
        new DriftFigure(
            points, checked.material().from(), checked.material().until(), top > 0 ? top : 1);
    return Optional.of(figure.drawn(limits, english));
  }

  private static List<Double> limits(List<Finding> findings, String factor) {
    return findings.stream()
        .filter(finding -> factor.equals(finding.factor()))
        .filter(finding -> finding.rule().check().endsWith("-drift"))
        .map(finding -> finding.outcome().basis())
        .filter(java.util.Objects::nonNull)
        .map(Basis::limit)
        .map(limit -> limit.value())
        .distinct()
        .toList();
  }

  private String drawn(List<Double> limits, boolean english) {
    String label = english ? "drift in % of full scale over time" : "漂移（满量程的 %）随时间的变化";
    add("<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, label);
    level(0, "#57606a", "");
    for (double limit : limits) {
      level(limit, "#9a6700", "6 4");
      level(-limit, "#9a6700", "6 4");
    }
    line(Level.ZERO, "#1f6feb");
    line(Level.SPAN, "#8250df");
    add("</svg><figcaption>%s</figcaption></figure>", caption(english));
    return svg.toString();
  }

  private static String caption(boolean english) {
    return english
        ? "blue: zero drift, violet: span drift, dashed: limits; in % of full scale"
        : "蓝：零点漂移；紫：量程漂移；虚线：限值；单位：满量程的 %";
  }

  private void level(double value, String colour, String dashes) {
    add(
        "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\"/>",
        EDGE, WIDTH, y(value), y(value), colour, dashes);
    add("<text x=\"0\" y=\"%.1f\" font-size=\"13\">%.1f</text>", y(value) + 4, value);
  }

  private void line(Level level, String colour) {
    List<DriftPoint> such = points.stream().filter(p -> p.level() == level).toList();
    String path =
        such.stream()
            .map(p -> text("%.1f,%.1f", x(p.at()), y(p.driftPercent())))
            .collect(Collectors.joining(" "));
    add("<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>", colour, path);
    for (DriftPoint point : such) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\" fill=\"%s\"/>",
          x(point.at()), y(point.driftPercent()), colour);
    }
  }

  private double x(Instant at) {
    double share =
        (double) Duration.between(from, at).toSeconds() / Duration.between(from, until).toSeconds();
    return EDGE + share * (WIDTH - EDGE);
  }

  private double y(double drift) {
    return HEIGHT / 2.0 - drift / top * (HEIGHT / 2.0);
  }

  private void add(String format, Object... values) {
    svg.append(text(format, values)).append('\n');
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
