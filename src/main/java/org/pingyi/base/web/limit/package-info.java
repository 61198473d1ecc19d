/** How often somebody may do something, counted over all nodes. */
@NamedInterface("limit")
@NullMarked
package org.pingyi.base.web.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
