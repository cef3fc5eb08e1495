/** Who signs in: accounts, roles, passwords and sessions. Knows no reading and no finding. */
@NullMarked
package org.tijian.inspection.account;

import org.jspecify.annotations.NullMarked;
