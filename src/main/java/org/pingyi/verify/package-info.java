/**
 * Checks published files without trusting the server that wrote them: imports only
 * {@code java.*}, and Bouncy Castle for the national algorithms, and nothing of the
 * store, so that both would have to err alike.
 */
@NullMarked
package org.pingyi.verify;

import org.jspecify.annotations.NullMarked;
