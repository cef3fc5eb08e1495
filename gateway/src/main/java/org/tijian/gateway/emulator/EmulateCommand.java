package org.tijian.gateway.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The emulator of the command line: a data logger for those who have none at hand. */
public final class EmulateCommand {
  private static final String USAGE =
      """
      usage: emulate --mn MN [--password P] [--broker tcp://127.0.0.1:1883]
                     [--outlet turbine-a|turbine-b] [--from 2026-10-24T00:00:00Z] [--live]
                     [--seconds N] [--interval N] [--acked-log FILE]
             emulate --config -

      Sends HJ 212-2017 frames of an emulated gas turbine to tijian/v1/{MN}/hj212, QoS 1.
        --mn, --password  credentials of the device; the password may also stand in the
                          environment variable TIJIAN_DEVICE_PASSWORD
        --outlet          turbine-a is healthy; turbine-b drifts, loses minutes, is maintained
        --from            sends history from that time on, oldest first, then ends
        --live            goes on with live data after the history; the default without --from
        --seconds         ends after so many seconds
        --interval        seconds between real-time data, default 30
        --acked-log       appends the QN of each frame that the broker acknowledged
        --config -        reads one JSON line from standard input and ends when the input ends:
                          {"broker", "devices": [{"mn", "password", "profile", "historyFrom"}],
                          "live"}
      """;

  private EmulateCommand() {}

  public static void main(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    try {
      run(new Arguments(arguments), System.in, System.getenv());
      // The MQTT client leaves threads behind.
      System.exit(0);
    } catch (IllegalArgumentException e) {
      System.err.println("emulate: " + e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("emulate: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(130);
    }
  }

  private static void run(Arguments arguments, InputStream in, Map<String, String> environment)
      throws IOException, InterruptedException {
    BufferedReader input = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    EmulatorSettings settings =
        arguments.fromInput() ? fromInput(arguments, input) : arguments.settings(environment);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Emulator emulator = new Emulator(settings, new Console(out))) {
      emulator.start();
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::stop));
      if (arguments.fromInput()) {
        awaitEnd(input);
      } else {
        emulator.await();
      }
    }
  }

  private static EmulatorSettings fromInput(Arguments arguments, BufferedReader input)
      throws IOException {
    String line = input.readLine();
    if (line == null) {
      throw new IllegalArgumentException("standard input holds no settings");
    }
    return JsonSettings.read(line, arguments.interval(), arguments.ackedLog());
  }

  /** The process that started this one keeps the pipe open as long as it lives. */
  private static void awaitEnd(BufferedReader input) throws IOException {
    while (input.read() >= 0) {
      continue;
    }
  }
}
