/** The inspectors' door: one visit for all merged checks, with marks and findings. */
@ApplicationModule(id = "inspection",
		allowedDependencies = { "ballot", "ballot :: form", "adjustment", "cycle", "scheme", "scoring", "unit",
				"account", "audit", "web", "web :: once" })
@NullMarked
package org.pingyi.intake.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
