package org.tijian.inspection.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tijian.inspection.chain.Misfit.Kind;

/** Whether entries follow one another without a gap and each has its hash. */
final class ChainCheck {
  private ChainCheck() {}

  /** What does not fit, in the order of the entries; empty if everything does. */
  static List<Misfit> of(String visit, List<Entry> entries) {
    List<Misfit> misfits = new ArrayList<>();
    long position = 0;
    String previous = Sha256.NOTHING_BEFORE;
    for (Entry entry : entries) {
      misfit(visit, entry, position, previous).ifPresent(misfits::add);
      position = Math.max(position, entry.position());
      previous = entry.hash();
    }
    return misfits;
  }

  private static Optional<Misfit> misfit(String visit, Entry entry, long before, String previous) {
    long position = entry.position();
    if (!entry.visit().equals(visit)) {
      return Optional.of(Misfit.at(Kind.FOREIGN, position));
    }
    if (position <= before) {
      return Optional.of(Misfit.at(Kind.MOVED, position));
    }
    if (position > before + 1) {
      return Optional.of(new Misfit(Kind.MISSING, before + 1, position - 1));
    }
    if (!entry.hash().equals(entry.computedHash())) {
      return Optional.of(Misfit.at(Kind.CHANGED, position));
    }
    return entry.previous().equals(previous)
        ? Optional.empty()
        : Optional.of(Misfit.at(Kind.BROKEN, position));
  }
}
