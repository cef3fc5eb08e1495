/**
 * What people are told without asking: within the app, and by mail where a mail server is
 * configured. Knows numbers, days and paths; never holds anything of a finding.
 */
@NullMarked
package org.tijian.inspection.notice;

import org.jspecify.annotations.NullMarked;
