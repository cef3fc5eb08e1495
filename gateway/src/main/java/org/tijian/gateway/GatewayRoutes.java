package org.tijian.gateway;

import org.apache.camel.builder.RouteBuilder;
import org.tijian.gateway.conversation.Listener;

/**
 * The whole gateway on one screen: each line is a stage, each stage a plain class. When a stage
 * throws, nothing is acknowledged and the inbox hands in the same batch again.
 */
final class GatewayRoutes extends RouteBuilder {
  private final FrameStages frames;
  private final StoreStage store;
  private final Listener listener;

  GatewayRoutes(FrameStages frames, StoreStage store, Listener listener) {
    this.frames = frames;
    this.store = store;
    this.listener = listener;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());

    from("inbox:frames")
        .routeId("frames")
        .bean(frames, "decode")
        .bean(frames, "normalise")
        .bean(store, "keep")
        .bean(listener, "heard");
  }
}
