package org.tijian.gateway.inbox;

import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one connection standing, for ever: connects, waits for its loss, connects again. */
final class LinkKeeper implements Runnable, MqttSender.Publisher {
  private static final Logger log = LoggerFactory.getLogger(LinkKeeper.class);

  private final InboxSettings settings;
  private final Lanes lanes;
  private final InboxWatch watch;
  private volatile boolean stopped;
  private volatile @Nullable Link standing;

  LinkKeeper(InboxSettings settings, Lanes lanes, InboxWatch watch) {
    this.settings = settings;
    this.lanes = lanes;
    this.watch = watch;
  }

  /** To be followed by an interrupt; the flag is for those who swallow it. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    Pause pause = new Pause(settings);
    try {
      while (!stopped) {
        if (connectOnce()) {
          pause.reset();
        }
        pause.take();
      }
    } catch (InterruptedException e) {
      log.debug("the inbox is closed");
    }
  }

  @Override
  public boolean publish(String topic, byte[] payload) {
    Link link = standing;
    return link != null && link.isAlive() && link.publish(topic, payload);
  }

  /**
   * @return whether the subscription stood for a while
   */
  private boolean connectOnce() throws InterruptedException {
    Link link;
    try {
      link = new Link(settings, lanes::addWhenThereIsRoom, this, watch::stored);
    } catch (MqttException e) {
      throw new IllegalStateException("cannot make an MQTT client for " + settings, e);
    }
    try {
      watch.connecting();
      link.open();
      standing = link;
      watch.subscribed();
      log.info("subscribed to {}", settings);
      if (!stopped) {
        link.awaitLoss();
      }
      log.warn("connection to {} lost", settings);
      return true;
    } catch (MqttException | RuntimeException e) {
      log.warn("cannot connect to {}: {}", settings, e.toString());
      return false;
    } finally {
      standing = null;
      watch.unsubscribed();
      link.close();
      lanes.dropDead();
    }
  }
}
