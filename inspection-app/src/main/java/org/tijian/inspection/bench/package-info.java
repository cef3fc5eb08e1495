/**
 * Measures what the pages answer with when much is stored ({@code ./tijian bench lists}) and how
 * soon they are drawn ({@code ./tijian bench lighthouse}). Each starts a server of its own and
 * speaks HTTP to it; nothing of them is in a running platform.
 */
@NullMarked
package org.tijian.inspection.bench;

import org.jspecify.annotations.NullMarked;
