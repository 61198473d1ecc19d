/** Forms whose answer shows something once, and which are therefore taken once. */
@NamedInterface("once")
@NullMarked
package org.pingyi.base.web.once;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
