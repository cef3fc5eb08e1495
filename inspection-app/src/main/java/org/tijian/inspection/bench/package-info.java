/**
 * Measures what the pages answer with when much is stored: {@code ./tijian bench lists}. Starts a
 * server of its own and speaks HTTP to it; nothing of it is in a running platform.
 */
@NullMarked
package org.tijian.inspection.bench;

import org.jspecify.annotations.NullMarked;
