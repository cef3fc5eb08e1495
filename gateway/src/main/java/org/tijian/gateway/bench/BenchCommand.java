package org.tijian.gateway.bench;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code bench NAME [options]}: runs the measurement of that name, wherever in the product it is.
 */
public final class BenchCommand {
  private BenchCommand() {}

  public static void main(String[] arguments) throws Exception {
    List<Registry.Entry> entries = Registry.read();
    if (arguments.length == 0 || arguments[0].endsWith("help")) {
      help(entries);
      return;
    }
    Optional<Registry.Entry> wanted =
        entries.stream().filter(entry -> entry.name().equals(arguments[0])).findFirst();
    if (wanted.isEmpty()) {
      System.err.println("bench: there is no measurement '" + arguments[0] + "'");
      help(entries);
      System.exit(2);
      return;
    }
    run(wanted.get(), Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void run(Registry.Entry entry, String[] rest) throws Exception {
    try {
      Class.forName(entry.main()).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static void help(List<Registry.Entry> entries) {
    System.out.println("usage: bench NAME [options]; bench NAME --help says the options\n");
    entries.forEach(entry -> System.out.printf("  %-10s %s%n", entry.name(), entry.says()));
    System.out.println(
        "\nEach starts what it needs on loopback, with data of its own in a temporary folder, and\n"
            + "ends it. Exit code 1: something acknowledged is not stored, or stored twice.");
  }
}
