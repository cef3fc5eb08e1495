/**
 * Desk review (资料预审): what experts look at before a visit, put together from its scope by itself,
 * and the one list of questions to the enterprise. Keeps nothing itself; what is said goes through
 * the door of the vault.
 */
@NullMarked
package org.tijian.inspection.review;

import org.jspecify.annotations.NullMarked;
