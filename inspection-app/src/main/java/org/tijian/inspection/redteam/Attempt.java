package org.tijian.inspection.redteam;

import org.tijian.analytics.site.LocalName;

/**
 * One way to get at what was said, or to change unseen who has read it.
 *
 * @param id stable word, as in docs/redteam.md
 * @param name who tries, from where
 * @param tries what it does
 * @param stops what must stop it
 */
record Attempt(String id, LocalName name, LocalName tries, LocalName stops, Trial trial) {

  /** Tells apart by itself: stopped, succeeded, or not even tried. */
  interface Trial {
    Outcome on(Target target) throws Exception;
  }

  static Attempt of(
      String id,
      String nameZh,
      String nameEn,
      String triesZh,
      String triesEn,
      String stopsZh,
      String stopsEn,
      Trial trial) {
    return new Attempt(
        id,
        new LocalName(nameZh, nameEn),
        new LocalName(triesZh, triesEn),
        new LocalName(stopsZh, stopsEn),
        trial);
  }

  /** What could not be carried through was not tried, and does not count as stopped. */
  Outcome on(Target target) {
    try {
      return trial.on(target);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.notTried(e.toString());
    } catch (Exception e) {
      return Outcome.notTried(e.toString());
    }
  }
}
