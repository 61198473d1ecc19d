/** Shows what differs between two schemes. */
@NullMarked
package org.pingyi.rules.scheme.web.comparison;

import org.jspecify.annotations.NullMarked;
