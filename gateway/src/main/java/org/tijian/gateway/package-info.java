/**
 * The door in: device messages become readings. May use the language of readings and the register
 * of devices; knows nothing of rules, findings, visits or people.
 */
@ApplicationModule(
    displayName = "Gateway",
    allowedDependencies = {"analytics :: reading", "analytics :: site"})
@NullMarked
package org.tijian.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
