package org.tijian.gateway.emulator;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A run of the emulator as from the command line, for tests of what receives it. */
public final class EmulatedLogger implements AutoCloseable {
  private final Emulator emulator;

  private EmulatedLogger(Emulator emulator) {
    this.emulator = emulator;
  }

  /** What it sent and what must have become of it. */
  public record Sheet(
      int sent,
      int stored,
      int noted,
      int duplicate,
      int refused,
      Map<String, Integer> refusals,
      Map<String, Integer> defects) {}

  /** Starts it with these options of the command line. */
  public static EmulatedLogger start(String... options) throws Exception {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Emulator emulator =
        new Emulator(new Arguments(options).settings(Map.of()), new Console(nowhere));
    emulator.start();
    return new EmulatedLogger(emulator);
  }

  /** Waits until it has sent what it has to send. */
  public Sheet await() throws InterruptedException {
    emulator.await();
    return sheet();
  }

  /** What was acknowledged so far. */
  public Sheet sheet() {
    CountSheet sheet = emulator.sheets().get(0);
    return new Sheet(
        sheet.sent(),
        sheet.fate(Expected.STORED),
        sheet.fate(Expected.NOTED),
        sheet.fate(Expected.DUPLICATE),
        sheet.fate(Expected.REFUSED),
        sheet.refusals(),
        sheet.defects());
  }

  /** Names and codes of all faults, as the command line's help tells them. */
  public static Map<String, String> faults() {
    Map<String, String> faults = new java.util.TreeMap<>();
    for (Fault fault : Fault.values()) {
      String shows = fault.shows();
      faults.put(fault.word(), shows == null ? "" : shows);
    }
    return faults;
  }

  @Override
  public void close() throws Exception {
    emulator.close();
  }
}
