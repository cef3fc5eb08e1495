package org.tijian.gateway.emulator;

import java.io.PrintStream;

/** Lines for the person who started the emulator; several devices write to one. */
final class Console {
  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String who, String what) {
    out.println(who + ": " + what);
    out.flush();
  }

  /** The console for one device. */
  Voice of(String who) {
    return what -> say(who, what);
  }

  /** Says one line. */
  interface Voice {
    void say(String what);
  }
}
