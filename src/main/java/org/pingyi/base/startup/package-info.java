/**
 * What must hold before the application serves anybody: its settings, and what its role
 * in the database may do.
 */
@ApplicationModule(id = "startup", allowedDependencies = { "secret", "web" })
@NullMarked
package org.pingyi.base.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
