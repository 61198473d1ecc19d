/**
 * The citizens' door: whoever proves a right, by phone, printed code or identity, votes
 * online.
 */
@ApplicationModule(id = "vote",
		allowedDependencies = { "ballot", "cycle", "scheme", "scoring", "unit", "audit", "web" })
@NullMarked
package org.pingyi.intake.vote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
