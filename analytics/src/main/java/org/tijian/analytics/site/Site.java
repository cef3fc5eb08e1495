package org.tijian.analytics.site;

/**
 * A monitored enterprise's place (排污单位). @param id given by the register; 0 before it is registered
 */
public record Site(long id, LocalName name) {}
