package org.tijian.gateway.conversation;

import java.time.Instant;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * A frame that was read and is stored: now it may be answered.
 *
 * @param mn the logger, by its credentials or, over TCP, by its claim and password
 * @param back the way it came
 */
public record Heard(String mn, Hj212Frame frame, ReplyPath back, Instant receivedAt) {}
