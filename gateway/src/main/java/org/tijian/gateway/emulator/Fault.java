package org.tijian.gateway.emulator;

/** What may be wrong with a logger or its line. */
enum Fault {
  GAP;
}
