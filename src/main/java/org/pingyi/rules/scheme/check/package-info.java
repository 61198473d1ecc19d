/** What freezing refuses and what it warns of. */
@NullMarked
package org.pingyi.rules.scheme.check;

import org.jspecify.annotations.NullMarked;
