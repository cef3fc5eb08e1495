package org.tijian.gateway.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The emulated loggers of one process, a thread each. */
final class Emulator implements AutoCloseable {
  private static final long STOP_MILLIS = 3_000;

  private final EmulatorSettings settings;
  private final AckedLog ackedLog;
  private final List<DeviceRun> runs = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Emulator(EmulatorSettings settings, Console console) throws IOException {
    this.settings = settings;
    this.ackedLog = new AckedLog(settings.ackedLog());
    for (EmulatorSettings.Device device : settings.devices()) {
      DeviceRun run = new DeviceRun(settings, device, console.of(device.mn()), ackedLog);
      runs.add(run);
      threads.add(new Thread(run, "logger-" + device.mn()));
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Waits until every logger has sent what it has to send. */
  void await() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Ends every logger; what was not acknowledged is forgotten. */
  void stop() {
    threads.forEach(Thread::interrupt);
    runs.forEach(DeviceRun::close);
    try {
      for (Thread thread : threads) {
        thread.join(STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What each logger has sent, in the order of the settings. */
  List<CountSheet> sheets() {
    return runs.stream().map(DeviceRun::sheet).toList();
  }

  @Override
  public void close() throws IOException {
    stop();
    ackedLog.close();
    Path file = settings.sheet();
    if (file != null) {
      Files.write(file, sheets().stream().map(CountSheet::json).toList());
    }
  }
}
