/** The door of leaders, superiors and grassroots departments, by personal invitation. */
@ApplicationModule(id = "review",
		allowedDependencies = { "ballot", "ballot :: form", "vote :: phone", "cycle", "scheme", "scoring", "unit",
				"secret", "message", "audit", "job", "web", "web :: cookie", "web :: text", "web :: once",
				"web :: fetch" })
@NullMarked
package org.pingyi.intake.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
