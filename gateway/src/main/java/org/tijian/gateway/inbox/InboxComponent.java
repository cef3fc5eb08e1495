package org.tijian.gateway.inbox;

import java.util.List;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Camel's way to the inbox: {@code from("inbox:frames")}. The body of an exchange is a list of
 * {@link RawMessage}; a route that fails gets the same batch again.
 */
public final class InboxComponent extends DefaultComponent {
  private final InboxSettings settings;
  private final InboxWatch watch;
  private final List<Source> others;

  /**
   * @param others ways into the inbox beside the broker
   */
  public InboxComponent(InboxSettings settings, InboxWatch watch, List<Source> others) {
    this.others = List.copyOf(others);
    this.settings = settings;
    this.watch = watch;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    return new InboxEndpoint(uri, this);
  }

  private final class InboxEndpoint extends DefaultEndpoint {
    InboxEndpoint(String uri, InboxComponent component) {
      super(uri, component);
    }

    @Override
    public Producer createProducer() {
      throw new UnsupportedOperationException("the inbox only receives");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
      return new InboxConsumer(this, processor, settings, watch, others);
    }
  }
}
