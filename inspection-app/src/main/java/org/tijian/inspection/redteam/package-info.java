/**
 * Tries to get at what was said in a visit, as everybody who should not: with SQL, over the wire,
 * with a stolen cookie, from a backup. Works from outside: it speaks HTTP and SQL and uses no way
 * in that an attacker would not have. Nothing of it is in a running platform.
 */
@NullMarked
package org.tijian.inspection.redteam;

import org.jspecify.annotations.NullMarked;
