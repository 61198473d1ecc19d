/** Schemes are drafted, checked and frozen into numbered versions. */
@ApplicationModule(id = "scheme", allowedDependencies = { "scoring", "audit", "web", "web :: text", "web :: once" })
@NullMarked
package org.pingyi.rules.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
