/**
 * What an enterprise wants to know of the experts. Sealed for each reader: the office, which reads
 * requests, cannot read questions, because a question may say what is wrong.
 */
@NullMarked
package org.tijian.inspection.question;

import org.jspecify.annotations.NullMarked;
