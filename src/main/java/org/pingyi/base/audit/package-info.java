/** Append-only, hash-chained trail of acts, written in the caller's transaction. */
@ApplicationModule(id = "audit", allowedDependencies = { "web" })
@NullMarked
package org.pingyi.base.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
