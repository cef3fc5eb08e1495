package org.tijian.analytics.command;

/** Something that acts on a live instrument was ordered without the enterprise's confirmation. */
public final class UnconfirmedCommand extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnconfirmedCommand(CommandKind kind) {
    super("%s acts on a live instrument and was not confirmed".formatted(kind));
  }
}
