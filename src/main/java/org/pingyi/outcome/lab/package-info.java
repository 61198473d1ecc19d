/** What-ifs on the frozen inputs of a run; it cannot write results. */
@ApplicationModule(id = "lab", allowedDependencies = { "result", "scheme", "cycle", "scoring", "web" })
@NullMarked
package org.pingyi.outcome.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
