/** Says scores, gaps and treatments in the reader's words. */
@NullMarked
package org.pingyi.outcome.result.narrative;

import org.jspecify.annotations.NullMarked;
