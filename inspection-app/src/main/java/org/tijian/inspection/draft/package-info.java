/**
 * Requests that are being written: kept at every step, sealed for the directors of the enterprise
 * and the colleagues who may write requests, sent by a director alone. And topics that the
 * enterprise's own self-check suggests.
 */
@NullMarked
package org.tijian.inspection.draft;

import org.jspecify.annotations.NullMarked;
