package org.tijian.gateway.bench;

import java.util.Map;

/** How a measurement is run from the command line. */
final class Bench {
  private Bench() {}

  /** The measurement itself. */
  interface Body {
    void run(Options options, Sheet sheet) throws Exception;
  }

  /**
   * Reads the options, runs, and ends the process: 0, 1 if a check failed or the run broke off, 2
   * for a wrong option.
   */
  static void main(
      String name, String usage, Map<String, String> defaults, String[] arguments, Body body) {
    if (arguments.length > 0 && arguments[0].equals("--help")) {
      System.out.print(usage);
      defaults.forEach((option, value) -> System.out.printf("  --%s %s%n", option, value));
      return;
    }
    System.exit(exitCode(name, defaults, arguments, body));
  }

  private static int exitCode(
      String name, Map<String, String> defaults, String[] arguments, Body body) {
    Options options;
    try {
      options = Options.read(defaults, arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench " + name + ": " + e.getMessage());
      return 2;
    }
    Sheet sheet = Sheet.onConsole(name, options);
    try {
      body.run(options, sheet);
      return sheet.exitCode();
    } catch (InterruptedException e) {
      return 130;
    } catch (Exception e) {
      System.err.println("bench " + name + " broke off: " + e);
      e.printStackTrace();
      return 1;
    }
  }
}
