/** Staff, their roles and sign-in; whatever no rule allows is denied. */
@ApplicationModule(id = "account",
		allowedDependencies = { "unit", "secret", "oidc", "audit", "web", "web :: limit", "web :: workload",
				"web :: cookie", "web :: once", "web :: fetch" })
@NullMarked
package org.pingyi.base.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
