/** The cookies of this site, all of which are built here. */
@NamedInterface("cookie")
@NullMarked
package org.pingyi.base.web.cookie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
