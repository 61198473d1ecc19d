/** Runs, scorecards, ranking, notice, objections and publication. */
@ApplicationModule(id = "result",
		allowedDependencies = { "scoring", "scheme", "cycle", "unit", "ballot", "ballot :: form", "ballot :: tally",
				"ballot :: log", "adjustment", "audit", "secret", "web", "web :: kept" })
@NullMarked
package org.pingyi.outcome.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
