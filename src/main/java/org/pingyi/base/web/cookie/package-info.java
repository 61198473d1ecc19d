/** The cookies of this site: the session, and the token against forged forms. */
@NamedInterface("cookie")
@NullMarked
package org.pingyi.base.web.cookie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
