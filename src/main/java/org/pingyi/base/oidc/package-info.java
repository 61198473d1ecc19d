/**
 * The one client of providers that speak OpenID Connect; the doors of staff and citizens
 * say whom they trust and what follows.
 */
@ApplicationModule(id = "oidc", allowedDependencies = {})
@NullMarked
package org.pingyi.base.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
