/**
 * The door in: device messages become readings. May use the language of readings, the register of
 * devices, the journal of commands, the book of gaps and the table of factors; knows nothing of
 * rules, findings, visits or people.
 */
@ApplicationModule(
    displayName = "Gateway",
    allowedDependencies = {
      "analytics :: reading",
      "analytics :: site",
      "analytics :: command",
      "analytics :: gap",
      "analytics :: factor",
      "analytics :: shape"
    })
@NullMarked
package org.tijian.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
