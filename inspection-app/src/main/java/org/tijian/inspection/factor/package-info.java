/**
 * The second factor at sign-in: codes of an authenticator (RFC 6238) and backup codes. Knows
 * accounts, and nothing of what they may see.
 */
@NullMarked
package org.tijian.inspection.factor;

import org.jspecify.annotations.NullMarked;
