/**
 * The core: readings and rules in, findings out. Knows nothing of devices' dialects, visits or
 * people, depends on no other module, and remembers no finding: whoever asks gets the answer and
 * keeps it.
 */
@ApplicationModule(
    displayName = "Analytics",
    allowedDependencies = {})
@NullMarked
package org.tijian.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
