package org.tijian.gateway.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** A logger on a plain socket that says one thing when it stands and does not listen. */
final class TcpPeer extends SimpleChannelInboundHandler<ByteBuf> {
  private final byte[] first;

  /**
   * @param first empty for one that says nothing
   */
  TcpPeer(byte[] first) {
    this.first = first;
  }

  void enter(Channel channel) {
    channel.pipeline().addLast(this);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (first.length > 0) {
      context.writeAndFlush(Unpooled.wrappedBuffer(first), context.voidPromise());
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {}

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
