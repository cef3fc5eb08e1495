package org.tijian.gateway.conversation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tijian.analytics.command.Command;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * Which exchanges a frame may belong to, at most a tick old: spares the journal a question for each
 * frame of live data.
 */
final class UnderWay {
  /** Answers, and what loggers say seldom: worth a question each time. */
  private static final Set<String> SELDOM =
      Set.of("9011", "9012", "9013", "1011", "1013", "1014", "1061", "1063", "3019", "3020");

  private final ConcurrentMap<String, String> commandOf = new ConcurrentHashMap<>();

  void add(Command command) {
    commandOf.put(command.mn(), Integer.toString(command.kind().command()));
  }

  void replace(List<Command> all) {
    Set<String> loggers =
        all.stream().map(Command::mn).collect(java.util.stream.Collectors.toSet());
    all.forEach(this::add);
    commandOf.keySet().retainAll(loggers);
  }

  boolean concerns(String mn, Hj212Frame frame) {
    return SELDOM.contains(frame.cn()) || frame.cn().equals(commandOf.get(mn));
  }
}
