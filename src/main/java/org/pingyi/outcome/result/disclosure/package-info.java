/** What may be shown to units and the public. */
@NullMarked
package org.pingyi.outcome.result.disclosure;

import org.jspecify.annotations.NullMarked;
