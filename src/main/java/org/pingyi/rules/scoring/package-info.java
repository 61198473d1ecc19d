/**
 * The vocabulary of rules and the pure engine that turns what was counted into explained
 * scores; imports only java.*.
 */
@ApplicationModule(id = "scoring", allowedDependencies = {})
@NullMarked
package org.pingyi.rules.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
