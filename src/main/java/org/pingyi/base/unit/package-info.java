/** The register of agencies: units, the groups they are ranked in, their traits. */
@ApplicationModule(id = "unit", allowedDependencies = { "audit", "secret", "web", "web :: text" })
@NullMarked
package org.pingyi.base.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
