package org.tijian.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.DriftForecasts;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.DriftForecast;
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
  private final List<DriftForecast> forecasts;
  private final Instant from;
  private final Instant until;
  private final double top;
  private final StringBuilder svg = new StringBuilder();

  private DriftFigure(
      List<DriftPoint> points,
      List<DriftForecast> forecasts,
      Instant from,
      Instant until,
      double top) {
    this.points = points;
    this.forecasts = forecasts;
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
    List<DriftForecast> forecasts = forecasts(checked, instrument, points);
    Instant until =
        forecasts.stream()
            .flatMap(forecast -> forecast.line().stream())
            .map(DriftForecast.Point::at)
            .reduce(checked.material().until(), (a, b) -> a.isAfter(b) ? a : b);
    DriftFigure figure =
        new DriftFigure(points, forecasts, checked.material().from(), until, top > 0 ? top : 1);
    return Optional.of(figure.drawn(limits, english));
  }

  /** Of each gas towards the limit that its rule was held against. */
  private static List<DriftForecast> forecasts(
      Checked checked, Instrument instrument, List<DriftPoint> points) {
    List<DriftForecast> forecasts = new ArrayList<>();
    for (Level level : Level.values()) {
      String check = level == Level.ZERO ? CheckCatalogue.ZERO_DRIFT : CheckCatalogue.SPAN_DRIFT;
      List<DriftPoint> of = points.stream().filter(p -> p.level() == level).toList();
      checked.findings().stream()
          .filter(finding -> instrument.factor().equals(finding.factor()))
          .filter(finding -> finding.rule().check().equals(check))
          .map(finding -> finding.outcome().basis())
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .map(basis -> basis.limit().value())
          .filter(limit -> !of.isEmpty())
          .map(limit -> DriftForecasts.USUAL.of(level, of, limit, checked.material().until()))
          .ifPresent(forecasts::add);
    }
    return forecasts;
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
    for (DriftForecast forecast : forecasts) {
      String colour = forecast.level() == Level.ZERO ? "#1f6feb" : "#8250df";
      ahead(forecast, DriftForecast.Point::drift, colour, "8 4");
      ahead(forecast, DriftForecast.Point::low, colour, "2 4");
      ahead(forecast, DriftForecast.Point::high, colour, "2 4");
    }
    add("</svg><figcaption>%s</figcaption></figure>", caption(english));
    return svg.toString();
  }

  private static String caption(boolean english) {
    return english
        ? "blue: zero drift, violet: span drift, brown dashes: limits; coloured dashes: trend with its"
            + " 95 % prediction interval (dotted), where there is one; in % of full scale"
        : "蓝：零点漂移；紫：量程漂移；棕色虚线：限值；同色虚线：趋势及其 95 % 预测区间（点线），有趋势时才画；单位：满量程的 %";
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

  /** What leaves the figure above or below is not drawn. */
  private void ahead(
      DriftForecast forecast,
      ToDoubleFunction<DriftForecast.Point> value,
      String colour,
      String dashes) {
    String path =
        forecast.line().stream()
            .filter(point -> Math.abs(value.applyAsDouble(point)) <= top)
            .map(point -> text("%.1f,%.1f", x(point.at()), y(value.applyAsDouble(point))))
            .collect(Collectors.joining(" "));
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-dasharray=\"%s\" points=\"%s\"/>",
        colour, dashes, path);
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
