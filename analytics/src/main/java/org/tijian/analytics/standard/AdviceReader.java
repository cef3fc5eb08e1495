package org.tijian.analytics.standard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/** Reads advice: a rule's own, or the name of one that the rules of its file share. */
final class AdviceReader {
  private static final String ADVICE = "advice";

  private AdviceReader() {}

  static Map<String, Advice> shared(Entry file) {
    Map<String, Advice> shared = new HashMap<>();
    Optional<Entry> given = file.entry(ADVICE);
    given.ifPresent(
        entry ->
            entry.keys().forEach(key -> shared.put(key, read(entry.entry(key).orElseThrow()))));
    return shared;
  }

  static @Nullable Advice of(Entry rule, Map<String, Advice> shared) {
    if (!rule.has(ADVICE)) {
      return null;
    }
    if (!rule.isText(ADVICE)) {
      return read(rule.entry(ADVICE).orElseThrow());
    }
    Advice advice = shared.get(rule.text(ADVICE));
    if (advice == null) {
      throw rule.wrong(ADVICE, "names no advice of the file: " + rule.text(ADVICE));
    }
    return advice;
  }

  private static Advice read(Entry entry) {
    entry.only("zh", "en", "cost", "effort");
    return new Advice(
        new LocalName(entry.text("zh"), entry.text("en")),
        entry.oneOf("cost", Advice.Cost.class),
        entry.oneOf("effort", Advice.Effort.class));
  }
}
