/**
 * The door out: the voluntary check-up, from request to report. Knows readings, rules and findings
 * through the core; knows nothing of device messages, and is never compiled against the gateway.
 */
@ApplicationModule(
    displayName = "Inspection",
    allowedDependencies = {
      "analytics",
      "analytics :: reading",
      "analytics :: site",
      "analytics :: digest",
      "analytics :: finding",
      "analytics :: gap",
      "analytics :: command",
      "analytics :: confirmation",
      "analytics :: standard"
    })
@NullMarked
package org.tijian.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
