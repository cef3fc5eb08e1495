/**
 * Requests that are being written: kept at every step, read by the directors of the enterprise
 * alone. And topics that the enterprise's own self-check suggests.
 */
@NullMarked
package org.tijian.inspection.draft;

import org.jspecify.annotations.NullMarked;
