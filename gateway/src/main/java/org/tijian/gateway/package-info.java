/**
 * The door in: device messages become readings. May use the language of readings, the register of
 * devices, the journal of commands and the book of gaps; knows nothing of rules, findings, visits
 * or people.
 */
@ApplicationModule(
    displayName = "Gateway",
    allowedDependencies = {
      "analytics :: reading",
      "analytics :: site",
      "analytics :: command",
      "analytics :: gap"
    })
@NullMarked
package org.tijian.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
