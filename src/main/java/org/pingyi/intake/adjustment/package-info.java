/**
 * The store of bonuses, deductions and vetoes, proposed by one person and approved by
 * another.
 */
@ApplicationModule(id = "adjustment",
		allowedDependencies = { "cycle", "scheme", "scoring", "unit", "account", "audit", "web", "web :: text",
				"web :: once" })
@NullMarked
package org.pingyi.intake.adjustment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
