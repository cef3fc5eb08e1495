package org.tijian.gateway;

import org.apache.camel.builder.RouteBuilder;

/**
 * The whole gateway on one screen: each line is a stage, each stage a plain class. When a stage
 * throws, nothing is acknowledged and the inbox hands in the same batch again.
 */
final class GatewayRoutes extends RouteBuilder {
  private final FrameStages frames;
  private final StoreStage store;

  GatewayRoutes(FrameStages frames, StoreStage store) {
    this.frames = frames;
    this.store = store;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());

    from("inbox:frames")
        .routeId("frames")
        .bean(frames, "decode")
        .bean(frames, "normalise")
        .bean(store, "store");
  }
}
