/** Stops the start under a secret that does not belong to the ballots. */
@NullMarked
package org.pingyi.intake.ballot.guard;

import org.jspecify.annotations.NullMarked;
