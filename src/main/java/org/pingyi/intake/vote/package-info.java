/**
 * The citizens' door: whoever proves a right, by phone, printed code or identity, votes
 * online.
 */
@ApplicationModule(id = "vote",
		allowedDependencies = { "ballot", "ballot :: form", "ballot :: key", "cycle", "scheme", "scoring", "unit",
				"secret", "oidc", "message", "audit", "web", "web :: kept", "web :: cookie", "web :: limit",
				"web :: workload", "web :: once", "web :: fetch" })
@NullMarked
package org.pingyi.intake.vote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
