/** The store of every filled form: once per right, sealed, tallied. */
@ApplicationModule(id = "ballot",
		allowedDependencies = { "cycle", "scheme", "scoring", "unit", "secret", "audit", "web", "web :: kept",
				"web :: workload" })
@NullMarked
package org.pingyi.intake.ballot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
