package org.tijian.gateway.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What a measurement found: figures for people on standard output, progress on standard error. */
final class Sheet {
  private final PrintStream out;
  private final PrintStream progress;
  private boolean failed;

  Sheet(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  static Sheet onConsole(String name, Options options) {
    Sheet sheet = new Sheet(System.out, System.err);
    sheet.line("bench", "%s %s".formatted(name, options));
    Machine.describe(sheet);
    return sheet;
  }

  void line(String what, String value) {
    out.printf("%-44s %s%n", what, value);
  }

  void figure(String what, double value, String unit) {
    line(what, figure(value) + " " + unit);
  }

  private static String figure(double value) {
    double size = Math.abs(value);
    String form = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  void latencies(String what, Latencies latencies) {
    if (latencies.count() == 0) {
      line(what, "none ended in that time");
      return;
    }
    line(
        what,
        String.format(
            Locale.ROOT,
            "p50 %.1f  p95 %.1f  p99 %.1f  most %.1f ms, of %,d",
            latencies.millis(0.50),
            latencies.millis(0.95),
            latencies.millis(0.99),
            latencies.millis(1),
            latencies.count()));
  }

  /** A line that makes the run fail if it is not so. */
  void check(String what, boolean holds) {
    line("CHECK " + (holds ? "holds:" : "FAILS:"), what);
    failed |= !holds;
  }

  void progress(String said) {
    progress.println("  " + said);
  }

  /** 0, or 1 if a check failed. */
  int exitCode() {
    return failed ? 1 : 0;
  }
}
