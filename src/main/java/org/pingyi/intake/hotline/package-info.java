/** The door of 12345 cases, which become proposed deductions. */
@ApplicationModule(id = "hotline",
		allowedDependencies = { "ballot", "adjustment", "cycle", "scheme", "scoring", "unit", "audit", "job", "web",
				"web :: text" })
@NullMarked
package org.pingyi.intake.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
