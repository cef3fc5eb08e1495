/**
 * Documents of an enterprise: what it has, what is missing for a visit and why, and until when each
 * is valid. Keeps nothing itself; what a document is and holds goes through the door of the vault.
 */
@NullMarked
package org.tijian.inspection.document;

import org.jspecify.annotations.NullMarked;
