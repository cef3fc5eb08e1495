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
      usage: emulate --mn MN [--password P] [--broker tcp://127.0.0.1:1883 | --tcp HOST:PORT]
                     [--ca FILE [--cert FILE --cert-key FILE]]
                     [--outlet turbine-a|turbine-b] [--from 2026-10-24T00:00:00Z] [--live]
                     [--seconds N] [--interval N] [--acked-log FILE] [--sheet FILE]
                     [--edition 2005|2017|2025] [--access-password PW] [--answers]
                     [--cipher binary|text --key HEX]
                     [--fault NAME]... [--seed N] [--gap-from TIME --gap-hours N]
             emulate --config -

      A data logger of a gas turbine: sends HJ 212 frames and answers what it is told.
        --mn, --password  credentials at the broker; the password may also stand in the
                          environment variable TIJIAN_DEVICE_PASSWORD
        --broker          MQTT: sends to tijian/v1/{MN}/hj212 with QoS 1, hears on
                          tijian/v1/{MN}/down
        --ca              PEM of the authority that a broker at ssl://HOST:PORT is trusted by;
                          --cert and --cert-key sign in instead of the password
        --tcp             connects to a platform that listens for loggers; no password there
        --outlet          turbine-a is healthy; turbine-b drifts, loses minutes, is maintained
        --from            sends history from that time on, oldest first, then ends
        --live            goes on with live data after the history; the default without --from
        --seconds         ends after so many seconds
        --interval        seconds between real-time data, default 30
        --acked-log       appends the QN of each frame that was acknowledged
        --sheet           writes at the end what was sent and what must have become of it, one
                          line of JSON for each logger
        --edition         HJ/T 212-2005, HJ 212-2017 (default) or HJ 212-2025
        --access-password PW of the frames, default 123456
        --answers         uploads ask for 9014 and are sent again after OverTime, ReCount times
        --cipher, --key   enciphers as HJ 212-2025 asks, SM4, as bytes or as hexadecimal text;
                          the key may also stand in TIJIAN_DEVICE_KEY
        --fault           something is wrong, see below; several may be named
        --seed            the same seed spoils the same frames in the same way, default 0
        --gap-from, --gap-hours
                          when the line is cut and for how many hours, default 1
        --config -        reads one JSON line from standard input and ends when the input ends:
                          {"broker", "devices": [{"mn", "password", "profile", "historyFrom"}],
                          "live"}; a device may have the options edition to gap-hours as texts

      Answers 1000, 1011, 1012, 1014, 1061-1064, 1072, 2011, 2012, 2031, 2041, 2051, 2061, 3011,
      3012, 3019, 3020. Anything else: 9011 with QnRtn=8.

      Faults, in brackets by which code the platform must show them:
      """
          + Fault.catalogue()
          + "\n";

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
    return JsonSettings.read(line, arguments.interval(), arguments.ackedLog(), arguments.sheet());
  }

  /** The process that started this one keeps the pipe open as long as it lives. */
  private static void awaitEnd(BufferedReader input) throws IOException {
    while (input.read() >= 0) {
      continue;
    }
  }
}
