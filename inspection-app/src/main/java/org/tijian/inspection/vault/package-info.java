/**
 * CONFIDENTIAL. Everything that was said and concluded in visits, and the record of who opened it.
 * Lies in the schema {@code sealed} of the vault database and is logged nowhere. Knows no reading.
 */
@NullMarked
package org.tijian.inspection.vault;

import org.jspecify.annotations.NullMarked;
