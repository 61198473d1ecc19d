/**
 * The first run without a database: an embedded PostgreSQL and the sample city. Stands
 * beside the four folders because it calls every front door; nothing calls it.
 */
@ApplicationModule(id = "local",
		allowedDependencies = { "web", "audit", "secret", "message", "unit", "account", "scoring", "scheme", "cycle",
				"ballot", "ballot :: form", "adjustment", "vote", "vote :: card", "kiosk", "review", "inspection",
				"hotline", "result", "feedback" })
@NullMarked
package org.pingyi.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
