package org.tijian.gateway.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tijian.gateway.codec.Hj212Frame;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a logger has sent and what must have become of it, to be held against the platform's account
 * of the logger. Counts what was acknowledged.
 */
final class CountSheet {
  private static final Set<String> PERIODS = Set.of("2011", "2051", "2061", "2031");

  private final String mn;
  private final Seen bytesSent = new Seen();
  private final Seen periodsSent = new Seen();
  private final Map<String, Integer> fates = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> defects = new TreeMap<>();
  private int sent;
  private int lost;
  private int kept;

  CountSheet(String mn) {
    this.mn = mn;
  }

  /** Foresees what becomes of a frame that is sent now. */
  synchronized Expected expect(
      Hj212Frame frame, byte[] bytes, String refusal, Set<String> oddities) {
    if (!bytesSent.add(bytes)) {
      return new Expected(Expected.DUPLICATE, refusal, oddities);
    }
    if (!refusal.isEmpty()) {
      return new Expected(Expected.REFUSED, refusal, oddities);
    }
    if (!PERIODS.contains(frame.cn())) {
      return new Expected(Expected.NOTED, refusal, oddities);
    }
    boolean fresh = periodsSent.add(frame.cn() + frame.data());
    return new Expected(fresh ? Expected.STORED : Expected.DUPLICATE, refusal, oddities);
  }

  synchronized void acknowledged(Outgoing message) {
    for (Expected each : message.expected()) {
      sent++;
      fates.merge(each.fate(), 1, Integer::sum);
      if (each.fate().equals(Expected.REFUSED)) {
        refusals.merge(each.refusal(), 1, Integer::sum);
      }
      each.defects().forEach(code -> defects.merge(code, 1, Integer::sum));
    }
  }

  /** A period that is never sent, whatever is asked. */
  synchronized void lost() {
    lost++;
  }

  /** A period that is kept and not sent by itself. */
  synchronized void kept() {
    kept++;
  }

  synchronized int sent() {
    return sent;
  }

  synchronized int fate(String fate) {
    return fates.getOrDefault(fate, 0);
  }

  synchronized Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  synchronized Map<String, Integer> defects() {
    return Map.copyOf(defects);
  }

  /** One line. */
  synchronized String json() {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("mn", mn);
    sheet.put("sent", sent);
    sheet.put("expected", fates);
    sheet.put("refusals", refusals);
    sheet.put("defects", defects);
    sheet.put("lost", lost);
    sheet.put("kept", kept);
    return JsonMapper.shared().writeValueAsString(sheet);
  }
}
