/** What people wrote, sent to the unit, answered and resolved. */
@ApplicationModule(id = "feedback",
		allowedDependencies = { "ballot", "hotline", "cycle", "unit", "account", "audit", "web" })
@NullMarked
package org.pingyi.outcome.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
