/**
 * What may be counted: participation, tallies, signals, excluded ballots, consistency.
 */
@NamedInterface("tally")
@NullMarked
package org.pingyi.intake.ballot.tally;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
