package org.tijian.gateway.faults;

import java.io.IOException;

/** Ends the processes of a laboratory when this one is told to end in the middle of a run. */
final class EndWithUs implements AutoCloseable {
  private final Thread hook;

  EndWithUs(Laboratory laboratory) {
    hook = new Thread(() -> end(laboratory), "end of the laboratory");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void end(Laboratory laboratory) {
    try {
      laboratory.close();
    } catch (IOException e) {
      System.err.println("bench faults: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The end has begun: then the hook does it.
    }
  }
}
