/** What everybody is sent about published years, drawn once and kept for all nodes. */
@NullMarked
package org.pingyi.outcome.result.rendition;

import org.jspecify.annotations.NullMarked;
