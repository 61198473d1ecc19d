/** What went into runs and what came out, as JSON and as it is stored. */
@NullMarked
package org.pingyi.outcome.result.document;

import org.jspecify.annotations.NullMarked;
