/** The door at service windows: tablets and one-time tickets. */
@ApplicationModule(id = "kiosk",
		allowedDependencies = { "ballot", "ballot :: form", "cycle", "scheme", "scoring", "unit", "secret", "audit",
				"web", "web :: cookie", "web :: once", "web :: fetch" })
@NullMarked
package org.pingyi.intake.kiosk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
