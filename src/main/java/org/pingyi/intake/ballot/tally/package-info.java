/**
 * What may be counted: participation, tallies, signals, excluded ballots, consistency.
 */
@NullMarked
package org.pingyi.intake.ballot.tally;

import org.jspecify.annotations.NullMarked;
