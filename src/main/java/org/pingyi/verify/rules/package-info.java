/**
 * The rules of a scheme file counted a second time, written from
 * {@code src/docs/scheme-format.md} alone: imports only {@code java.*} and shares no code
 * with the engine, so that both would have to err alike.
 */
@NullMarked
package org.pingyi.verify.rules;

import org.jspecify.annotations.NullMarked;
