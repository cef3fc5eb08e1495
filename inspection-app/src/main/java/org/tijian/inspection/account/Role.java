package org.tijian.inspection.account;

import java.util.Locale;

/** What an account may be. No role of an authority exists: there is nothing to sign in to. */
public enum Role {
  /** Safety director (环保负责人) of one enterprise. */
  DIRECTOR,
  /** Somebody of the same enterprise who may do what the director chose ({@link SiteRight}). */
  COLLEAGUE,
  /** Environmental expert (专家). */
  EXPERT,
  /** Programme office (服务台): a service desk that sees no finding. */
  OFFICE,
  /**
   * Gatekeeper (守门人): one of the independent persons who hear complaints and, two together, decide
   * on exceptions. Works for no authority and sees no finding but by breaking the glass.
   */
  GATEKEEPER;

  public boolean isOfEnterprise() {
    return this == DIRECTOR || this == COLLEAGUE;
  }

  /** The word on the wire, for example {@code director}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that Spring Security knows, for example {@code ROLE_DIRECTOR}. */
  public String authority() {
    return "ROLE_" + name();
  }
}
