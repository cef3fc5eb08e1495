/**
 * Talks with loggers: answers what they send once it is stored, and carries out the commands of the
 * journal. Knows the exchange of HJ 212 (9011, 9012, 9013, 9014), not how a logger is connected.
 */
@NullMarked
package org.tijian.gateway.conversation;

import org.jspecify.annotations.NullMarked;
