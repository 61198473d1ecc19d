/**
 * Requests that nobody honest sends, by the thousand: none is answered by a failure.
 */
@NullMarked
package org.pingyi.fuzz;

import org.jspecify.annotations.NullMarked;
