/**
 * Counts the sealed ballots of a closed year again, and compares that with the tallies.
 */
@NullMarked
package org.pingyi.intake.ballot.recount;

import org.jspecify.annotations.NullMarked;
