/**
 * A year of appraisal: its frozen scheme, its participants, its phases and the embargo.
 */
@ApplicationModule(id = "cycle", allowedDependencies = { "scheme", "unit", "audit", "web" })
@NullMarked
package org.pingyi.rules.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
