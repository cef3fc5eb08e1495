/**
 * The forms of the access record that anybody can check: entries, heads, proofs, certificates, and
 * the check itself (docs/access-record.md). Pure: knows no database, no Spring and no account.
 */
@NullMarked
package org.tijian.inspection.chain;

import org.jspecify.annotations.NullMarked;
