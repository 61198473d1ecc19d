/**
 * The city's cipher suite and its keys, each with a purpose and a life of its own; they
 * are kept outside the database.
 */
@ApplicationModule(id = "secret", allowedDependencies = { "audit" })
@NullMarked
package org.pingyi.base.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
