/** Forms that are taken once, whatever is sent again. */
@NamedInterface("once")
@NullMarked
package org.pingyi.base.web.once;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
