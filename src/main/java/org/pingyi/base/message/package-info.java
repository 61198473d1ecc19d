/** Messages to people: the gateway that sends them and the hourly budget. */
@ApplicationModule(id = "message", allowedDependencies = { "secret", "audit", "web" })
@NullMarked
package org.pingyi.base.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
