/**
 * The book of remedies (改进经验库): what helped, in words that name nobody. An expert releases a text
 * out of an advice, a second person reads it, and from then on everybody who signs in finds it.
 * What is in here lies outside the seal; nothing in here leads back to a check-up.
 */
@NullMarked
package org.tijian.inspection.remedy;

import org.jspecify.annotations.NullMarked;
