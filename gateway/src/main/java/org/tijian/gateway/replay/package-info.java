/**
 * Reads frames of the quarantine again when somebody asks. Knows the port that keeps the requests;
 * how a frame is judged is handed in.
 */
@NullMarked
package org.tijian.gateway.replay;

import org.jspecify.annotations.NullMarked;
