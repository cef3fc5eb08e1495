package org.tijian.analytics.site;

/**
 * A monitored enterprise's place (排污单位).
 *
 * @param id given by the register; 0 before it is registered
 */
public record Site(long id, LocalName name, SiteProfile profile) {
  /** A site that said nothing of itself. */
  public Site(long id, LocalName name) {
    this(id, name, SiteProfile.NONE);
  }
}
